"""The selects of the time before: what one card shows, and what a professional's list does."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Date, Select, and_, bindparam, exists, func, or_, select

from minplan import access, clock
from minplan.access import Membership, Person, Plan
from minplan.db import Query
from minplan.journal import Entry
from minplan.meeting.agenda import AgendaPoint
from minplan.meeting.booking import Need, TimeOffer
from minplan.meeting.day.ahead import GOING
from minplan.meeting.meeting import Meeting
from minplan.words import beside

_meeting: Any = Meeting.__table__  # type: ignore[attr-defined]
_offer: Any = TimeOffer.__table__  # type: ignore[attr-defined]
_need: Any = Need.__table__  # type: ignore[attr-defined]
_point: Any = AgendaPoint.__table__  # type: ignore[attr-defined]
_plan: Any = Plan.__table__  # type: ignore[attr-defined]
_person: Any = Person.__table__  # type: ignore[attr-defined]
_member: Any = Membership.__table__  # type: ignore[attr-defined]
_MEETING: Any = bindparam("meeting_id")
_TODAY: Any = bindparam("today", callable_=clock.today, type_=Date())

_entry: Any = Entry.__table__  # type: ignore[attr-defined]

_said, _said_columns = beside("said")
_answer, _answer_columns = beside("answer")

_OFFERS = Query(
    select(*_offer.c["starts", "ends"]).where(_offer.c.meeting_id == _MEETING).order_by(_offer.c.position)
)
_NEEDS = Query(
    select(*_need.c["id", "kind", "language", "met"], *_said_columns, *_answer_columns)
    .outerjoin(_said, _said.c.id == _need.c.words_id)
    .outerjoin(_answer, _answer.c.id == _need.c.answer_id)
    .where(_need.c.meeting_id == _MEETING)
)
_TOLD = Query(
    select(*_entry.c["at", "verb", "after"])
    .where(_entry.c.plan_id == bindparam("plan_id"), _entry.c.subject_id == _MEETING)
    .where(_entry.c.verb.in_(("say_needs", "answer_need")))
    .order_by(_entry.c.revision)
)
_NEWS: Select[Any] = (
    select(*_entry.c["at", "verb"], _person.c.name.label("by"), _person.c.kind, *_meeting.c["id", "starts"])
    .join(_meeting, _meeting.c.id == _entry.c.subject_id)
    .join(_plan, and_(_plan.c.id == _entry.c.plan_id, _plan.c.id == _meeting.c.plan_id))
    .join(_person, _person.c.id == _entry.c.actor_id)
    .where(_plan.c.citizen_id == bindparam("by"), _entry.c.at.in_(bindparam("ats", expanding=True)))
)
_RHYTHM = Query(
    select(_need.c.kind)
    .distinct()
    .join(_meeting, _meeting.c.id == _need.c.meeting_id)
    .where(_meeting.c.plan_id == bindparam("plan_id"), _need.c.kind.in_(bindparam("kinds", expanding=True)))
)
_MET_BEFORE = (
    select(exists(_meeting.c.id).where(_meeting.c.plan_id == bindparam("plan_id"), _meeting.c.opened_at.is_not(None)))
)
_UNANSWERED = (
    select(func.count())
    .where(_need.c.meeting_id == _meeting.c.id, _need.c.met.is_(None))
    .correlate(_meeting)
    .scalar_subquery()
    .label("unanswered")
)
# Never closed, or never answered: these wait however long ago they should have been.
_WAITS = or_(_meeting.c.state == "open", _meeting.c.answer_by.is_not(None))
_WORKS = and_(_member.c.relation.in_(("contact", "team")), access.place_lasts(_member, _TODAY))
_MINE: Select[Any] = (
    select(
        *_meeting.c["id", "plan_id", "kind", "state", "starts", "ends", "place", "mode"],
        *_meeting.c["offered_by", "answer_by"],
        _meeting.c.arrived_at.is_not(None).label("arrived"),
        *(_person.c.name, _plan.c.token, _UNANSWERED),
    )
    .join(_plan, _plan.c.id == _meeting.c.plan_id)
    .join(_person, _person.c.id == _plan.c.citizen_id)
    .join(_member, and_(_member.c.plan_id == _plan.c.id, _member.c.person_id == bindparam("by"), _WORKS))
    .where(_meeting.c.state.in_(GOING), or_(_meeting.c.ends > bindparam("since"), _WAITS))
    .order_by(_meeting.c.starts, _meeting.c.position, _meeting.c.id)
)
_THEIRS = (
    select(_point.c.meeting_id, *_said_columns)
    .join(_said, _said.c.id == _point.c.text_id)
    .join(_meeting, _meeting.c.id == _point.c.meeting_id)
    .join(_plan, _plan.c.id == _meeting.c.plan_id)
    .where(_point.c.by_id == _plan.c.citizen_id, ~_point.c.gone)
    .order_by(_point.c.position, _point.c.id)
)


def offers(connection: Connection, meeting_id: UUID) -> list[Any]:
    """The times that wait for an answer, the earliest first."""
    return _OFFERS(connection, meeting_id=meeting_id)


def needs(connection: Connection, meeting_id: UUID) -> list[Any]:
    """What the citizen needs, with the words and the answer."""
    return _NEEDS(connection, meeting_id=meeting_id)


def told_of_needs(connection: Connection, plan_id: UUID, meeting_id: UUID) -> list[Any]:
    """When needs were said and answered: the journal's `at`, `verb` and `after`, the oldest first."""
    return _TOLD(connection, plan_id=plan_id, meeting_id=meeting_id)


def news(connection: Connection, by: UUID, ats: list[datetime]) -> list[Any]:
    """What was done with the meetings of the citizen `by` at exactly these moments."""
    return list(connection.execute(_NEWS, {"by": by, "ats": ats})) if ats else []


def rhythm(connection: Connection, plan_id: UUID, kinds: tuple[str, ...]) -> set[str]:
    """Which of these the citizen has said at any meeting."""
    return {row.kind for row in _RHYTHM(connection, plan_id=plan_id, kinds=kinds)}


def met_before(connection: Connection, plan_id: UUID) -> bool:
    """Whether any meeting of the plan has ever been opened."""
    return bool(connection.execute(_MET_BEFORE, {"plan_id": plan_id}).scalar())


def mine(connection: Connection, by: UUID, since: datetime) -> list[Any]:
    """What comes on all plans that `by` works with, the first first; also what was over after `since`."""
    return list(connection.execute(_MINE, {"by": by, "since": since}))


def citizens_points(connection: Connection, meeting_ids: list[UUID]) -> list[Any]:
    """What citizens want to talk about at these meetings."""
    if not meeting_ids:
        return []
    return list(connection.execute(_THEIRS.where(_point.c.meeting_id.in_(meeting_ids))))
