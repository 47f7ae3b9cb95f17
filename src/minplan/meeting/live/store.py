"""Every query of the live room: at which version a meeting is, and the screens in it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from minplan.access import Plan
from minplan.db import Query
from minplan.meeting.meeting import Meeting
from minplan.meeting.room import Presence

_meeting = Meeting.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_presence = Presence.__table__  # type: ignore[attr-defined]
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_AT = (
    select(_meeting.c.id, _meeting.c.plan_id, _meeting.c.state, _plan.c.revision, _meeting.c.stirred)
    .join(_plan, _plan.c.id == _meeting.c.plan_id)
    .where(_meeting.c.id.in_(bindparam("meetings", expanding=True)))
)
_VERSIONS = Query(_AT)
_PRESENT = Query(
    select(*_presence.c)
    .where(_presence.c.meeting_id == bindparam("meeting_id"), _presence.c.seen_at > bindparam("since"))
    .order_by(_presence.c.side, _presence.c.name, _presence.c.screen)
)


def versions(connection: Connection, meetings: Collection[UUID]) -> dict[UUID, str]:
    """At which version each of these meetings is: it differs as soon as a screen has something new to show."""
    return {row.id: f"{row.revision}.{row.stirred}" for row in _VERSIONS(connection, meetings=sorted(meetings))}


def version(connection: Connection, plan: UUID, meeting: UUID) -> str | None:
    """The version of one meeting of this plan, or None."""
    rows = _VERSIONS(connection, meetings=[meeting])
    return next((f"{row.revision}.{row.stirred}" for row in rows if row.plan_id == plan), None)


def is_open(connection: Connection, plan: UUID, meeting: UUID) -> bool:
    """Whether there is such a meeting of this plan and it goes on."""
    rows = _VERSIONS(connection, meetings=[meeting])
    return any(row.plan_id == plan and row.state == "open" for row in rows)


def present(connection: Connection, meeting: UUID, since: datetime) -> list[Any]:
    """The screens of a meeting that gave a sign of life after `since`."""
    return _PRESENT(connection, meeting_id=meeting, since=since)


def screen(session: Session, meeting: UUID, screen: str) -> Presence | None:
    """One screen of a meeting, or None."""
    return session.get(Presence, (meeting, screen))


def put(session: Session, **values: Any) -> None:
    """Keep a screen as it is now; of two tabs that come at once neither fails."""
    fresh = _INSERT[session.get_bind().dialect.name](_presence).values(values)
    session.execute(fresh.on_conflict_do_update(index_elements=["meeting_id", "screen"], set_=values))


def stir(session: Session, meetings: Collection[UUID]) -> None:
    """Something is new on the screens of these meetings, though the plan is as it was."""
    more = update(_meeting).values(stirred=_meeting.c.stirred + 1)
    for meeting in sorted(meetings):  # in one order, so that no two wait for each other
        session.execute(more.where(_meeting.c.id == meeting))


def keep(session: Session, screens: Collection[tuple[UUID, str]], at: datetime) -> None:
    """These screens are still here."""
    held = [each for each in _held(session, {meeting for meeting, _ in screens}) if each in screens]
    which = tuple_(_presence.c.meeting_id, _presence.c.screen).in_(held)  # the same browser may have left another room
    session.execute(update(_presence).where(which).values(seen_at=at))


def remove_silent(session: Session, meetings: Collection[UUID], since: datetime) -> frozenset[UUID]:
    """Let go of the screens of these meetings without a sign of life after `since`; returns whose there were."""
    held = _held(session, meetings, _presence.c.seen_at <= since)
    for meeting, name in held:
        session.execute(delete(_presence).where(_presence.c.meeting_id == meeting, _presence.c.screen == name))
    return frozenset(meeting for meeting, _ in held)


def _held(session: Session, meetings: Collection[UUID], *only: Any) -> list[tuple[UUID, str]]:
    """Screens that nobody else is writing in this moment, locked: several processes look after the same meeting."""
    found = select(_presence.c["meeting_id", "screen"]).where(_presence.c.meeting_id.in_(meetings), *only)
    return [(row.meeting_id, row.screen) for row in session.execute(found.with_for_update(skip_locked=True))]
