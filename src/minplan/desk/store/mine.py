"""All of one professional's citizens at once, so that their number costs no statements."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Date, Row, Select, and_, bindparam, func, select

from minplan import access, clock
from minplan.access import Membership, Person, Plan
from minplan.db import Query
from minplan.journal import Entry
from minplan.journey import OPEN
from minplan.journey.proposal import PENDING, Proposal
from minplan.journey.step import Step
from minplan.journey.win import Win
from minplan.meeting import GOING, Meeting
from minplan.words import beside

Rows = list[Row[Any]]

_plan = Plan.__table__  # type: ignore[attr-defined]
_citizen = Person.__table__  # type: ignore[attr-defined]
_mine = Membership.__table__.alias("mine")  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_step = Step.__table__  # type: ignore[attr-defined]
_proposal = Proposal.__table__  # type: ignore[attr-defined]
_win = Win.__table__  # type: ignore[attr-defined]
_later = Win.__table__.alias("later")  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]
_meeting = Meeting.__table__  # type: ignore[attr-defined]

_text, _TITLE = beside("title")
_ABOUT = (_step.c.kind, _step.c.tracks)
_TODAY: Any = bindparam("today", callable_=clock.today, type_=Date())


def _works(place: Any) -> ColumnElement[bool]:
    """Whether a place is a professional's, and has not ended.

    Who stands by somebody beside their work has no plan to work with there, and the colleagues are not told of it.
    """
    return and_(place.c.relation.in_(("contact", "team")), access.place_lasts(place, _TODAY))


_WORKS = _works(_mine)
_PLANS = select(_mine.c.plan_id).where(_mine.c.person_id == bindparam("by"), _WORKS)

_COVERS = (
    select(
        *_plan.c["id", "next_step_id", "token"],
        _citizen.c.name.label("citizen_name"),
        *_mine.c["relation", "name", "hidden"],
        _member.c.name.label("member"),
        _member.c.relation.label("member_relation"),
        access.YES_UNTIL,
    )
    .join(_mine, _mine.c.plan_id == _plan.c.id)
    .join(_member, (_member.c.plan_id == _plan.c.id) & _works(_member))
    .join(_citizen, _citizen.c.id == _plan.c.citizen_id)
    .where(_mine.c.person_id == bindparam("by"), _WORKS)
    .order_by(_plan.c.id, _member.c.relation, _member.c.position)
)
_STEPS = Query(
    select(*_step.c, *_TITLE)
    .join(_text, _text.c.id == _step.c.title_id)
    .where(_step.c.plan_id.in_(_PLANS), _step.c.state.in_(OPEN))
    .order_by(_step.c.plan_id, _step.c.way, _step.c.id)
)
_PROPOSALS = (
    select(*_proposal.c["id", "plan_id", "what", "status", "track", "at", "promised"], *_ABOUT, *_TITLE)
    .outerjoin(_step, _step.c.id == _proposal.c.step_id)
    .outerjoin(_text, _text.c.id == _step.c.title_id)
    .where(_proposal.c.plan_id.in_(_PLANS), _proposal.c.status.in_(PENDING), _proposal.c.to == "municipality")
)
_MEETINGS = (
    select(*_meeting.c["id", "plan_id", "state", "starts", "ends", "place", "offered_by", "answer_by", "arrived_at"])
    .where(_meeting.c.plan_id.in_(_PLANS), _meeting.c.state.in_(GOING))
    .where((_meeting.c.ends > bindparam("now")) | _meeting.c.answer_by.is_not(None))
    .order_by(_meeting.c.starts, _meeting.c.position)
)
_LAST_PRAISE = (
    select(func.coalesce(func.max(_later.c.position), -1))
    .where(_later.c.plan_id == _win.c.plan_id, _later.c.by_name.is_not(None), _later.c.audience == "all")
    .scalar_subquery()
)
_WINS = (
    select(*_win.c["id", "plan_id", "on"], *_ABOUT, *_TITLE)
    .join(_text, _text.c.id == _win.c.text_id)
    .outerjoin(_step, _step.c.id == _win.c.step_id)
    .where(_win.c.plan_id.in_(_PLANS), _win.c.by_name.is_(None), _win.c.praised.is_(False))
    .where(_win.c.position > _LAST_PRAISE)
    .order_by(_win.c.on.desc(), _win.c.position.desc())
)
# What has moved, as far as everybody on the plan may know: one row for each kind of thing, not for each change.
_MOVED = (
    select(
        _plan.c.id.label("plan_id"),
        _plan.c.created_at,
        _entry.c.plan_id.is_not(None).label("moved"),
        _entry.c.track,
        *_ABOUT,
    )
    .outerjoin(
        _entry,
        (_entry.c.plan_id == _plan.c.id) & (_entry.c.at >= bindparam("since")) & (_entry.c.audience == "all"),
    )
    .outerjoin(_step, _step.c.id == _entry.c.step_id)
    .where(_plan.c.id.in_(_PLANS))
    .distinct()
)


def covers(connection: Connection, by: UUID) -> Rows:
    """The plans that `by` has a place on: one row for each professional on each."""
    return _all(connection, _COVERS, by)


def open_steps(connection: Connection, by: UUID) -> list[Any]:
    """Every open step of those plans with its title, in the order of the way."""
    return _STEPS(connection, by=by)


def proposals(connection: Connection, by: UUID) -> Rows:
    """What citizens have proposed or wished, and the municipality has not answered."""
    return _all(connection, _PROPOSALS, by)


def meetings(connection: Connection, by: UUID, now: datetime) -> Rows:
    """The meetings that are not over, and those whose times wait for an answer; the first first."""
    return list(connection.execute(_MEETINGS, {"by": by, "now": now}))


def fresh_wins(connection: Connection, by: UUID) -> Rows:
    """The citizens' own wins since the last praise, newest first; the words as `title_*`."""
    return _all(connection, _WINS, by)


def moved(connection: Connection, by: UUID, since: datetime) -> Rows:
    """For each of those plans when it began, and which kinds of things changed after `since`."""
    return list(connection.execute(_MOVED, {"by": by, "since": since}))


def _all(connection: Connection, statement: Select[Any], by: UUID) -> Rows:
    return list(connection.execute(statement, {"by": by}))
