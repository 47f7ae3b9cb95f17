"""Queries of those who are shown something. Each begins at a showing that is not over; a keepsake alone is never found.

A showing for one meeting ends with it: when the meeting is closed, called off or missed, or its day is past.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select
from sqlmodel import Session

from minplan import clock
from minplan.access import View
from minplan.feelings.keepsake import Keepsake
from minplan.feelings.showing import BuildsOn, Showing, ShownTo
from minplan.meeting import Meeting

STANDS = ("offered", "agreed", "open")  # a meeting for which something can be shown
_keepsake = Keepsake.__table__  # type: ignore[attr-defined]
_showing = Showing.__table__  # type: ignore[attr-defined]
_shown_to = ShownTo.__table__  # type: ignore[attr-defined]
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_builds_on = BuildsOn.__table__  # type: ignore[attr-defined]

WITH_MEETING = (
    select(
        *_showing.c["id", "keepsake_id", "meeting_id", "at", "ended_at"],
        _meeting.c.state.label("meeting_state"),
        _meeting.c.starts.label("meeting_starts"),
        _meeting.c.ends.label("meeting_ends"),
    )
    .join(_keepsake, _keepsake.c.id == _showing.c.keepsake_id)
    .outerjoin(_meeting, _meeting.c.id == _showing.c.meeting_id)
)


def day_of(now: datetime) -> datetime:
    """Where the day begins that it is in Denmark: whatever ends later than that can still be shown."""
    return clock.local(now).replace(hour=0, minute=0, second=0, microsecond=0)


def stands(now: datetime) -> ColumnElement[bool]:
    """That a showing is not over: the one sentence that decides what others are shown."""
    day = day_of(now)
    meeting = and_(_meeting.c.state.in_(STANDS), _meeting.c.ends >= day)
    kept = or_(_keepsake.c.until.is_(None), _keepsake.c.until >= day.date())
    return and_(_showing.c.ended_at.is_(None), or_(_showing.c.meeting_id.is_(None), meeting), kept)


def found(view: View, kind: str, now: datetime, meeting: UUID | None = None) -> list[Any]:
    """What the viewer is shown of this kind on this plan, oldest first: with `meeting` for that meeting, to them by
    name; without it what is shown to whoever works with the plan. Nothing for the citizen, who has `mine`."""
    if view.viewer.relation not in ("contact", "team"):
        return []
    named = exists().where(_shown_to.c.showing_id == _showing.c.id, _shown_to.c.person_id == view.viewer.person_id)
    whose = (_showing.c.plan_id == view.plan.id, _keepsake.c.citizen_id == view.plan.citizen_id)
    whom = and_(_showing.c.meeting_id == meeting, named) if meeting else _showing.c.meeting_id.is_(None)
    rows = WITH_MEETING.add_columns(_keepsake.c.content).where(*whose, _keepsake.c.kind == kind, whom, stands(now))
    return list(view.connection.execute(rows.order_by(_showing.c.at, _showing.c.id)))


def answers(connection: Connection, showings: list[UUID]) -> list[Any]:
    """Who was shown these by name, whether they have read it, and their locked sentence."""
    columns = _shown_to.c["id", "showing_id", "person_id", "read_at", "words"]
    rows = select(*columns).where(_shown_to.c.showing_id.in_(showings))
    return list(connection.execute(rows.order_by(_shown_to.c.read_at, _shown_to.c.id)))


def named(session: Session, plan: UUID, meeting: UUID, showing: UUID, person: UUID, now: datetime) -> Any | None:
    """That this person was shown this by name for this meeting of this plan (`ShownTo`), and what it is (`keepsake_id`,
    `content`); None once it is over."""
    here = (_showing.c.id == showing, _showing.c.plan_id == plan, _showing.c.meeting_id == meeting)
    columns = (ShownTo, _keepsake.c.id.label("keepsake_id"), _keepsake.c.content)
    joined = select(*columns).join(_showing, _showing.c.id == _shown_to.c.showing_id)
    joined = joined.join(_keepsake, _keepsake.c.id == _showing.c.keepsake_id)
    joined = joined.join(_meeting, _meeting.c.id == _showing.c.meeting_id)
    found = joined.where(*here, _shown_to.c.person_id == person, stands(now))
    return session.execute(found).one_or_none()


def beneath(view: View, step: UUID, now: datetime) -> Any | None:
    """The strength that a step of this plan builds on, where it is shown to whoever works with the plan."""
    on = select(_builds_on.c.keepsake_id).where(_builds_on.c.step_id == step, _builds_on.c.plan_id == view.plan.id)
    which = set(view.connection.execute(on).scalars())
    return next((row for row in found(view, "strength", now) if row.keepsake_id in which), None)


def open_to_team(connection: Connection, plan: UUID, kind: str, keepsake: UUID, now: datetime) -> list[Any]:
    """How this is shown to whoever works with this plan."""
    here = (_showing.c.plan_id == plan, _showing.c.meeting_id.is_(None), _showing.c.keepsake_id == keepsake)
    rows = WITH_MEETING.add_columns(_keepsake.c.content)
    return list(connection.execute(rows.where(*here, _keepsake.c.kind == kind, stands(now))))
