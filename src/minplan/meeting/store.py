"""Every query of the meetings themselves."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from minplan.access import Change
from minplan.db import Query
from minplan.errors import NotFound
from minplan.meeting.agenda import AgendaPoint
from minplan.meeting.agreed import Agreement, Confirmation, Expectation
from minplan.meeting.booking import Attendance, Need
from minplan.meeting.meeting import Meeting
from minplan.meeting.room import Note
from minplan.words import beside

_meeting = Meeting.__table__  # type: ignore[attr-defined]
_point = AgendaPoint.__table__  # type: ignore[attr-defined]
_attendance = Attendance.__table__  # type: ignore[attr-defined]
_PLAN: Any = bindparam("plan_id")
_TEXTS = ("purpose", "decides", "not_today", "reason")
_TIME_OVER = ("closed", "cancelled", "missed")  # whatever the clock says, there is nothing to come to any more


def _whole() -> Any:
    texts = {name: beside(name) for name in _TEXTS}
    found = select(*_meeting.c, *(column for _, columns in texts.values() for column in columns))
    joined: Any = _meeting
    for name, (alias, _) in texts.items():
        joined = joined.outerjoin(alias, alias.c.id == _meeting.c[f"{name}_id"])
    return found.select_from(joined).where(_meeting.c.plan_id == _PLAN)


_said, _said_columns = beside("said")
_why, _why_columns = beside("why")
_EVERY = Query(_whole().order_by(_meeting.c.position, _meeting.c.id))
_ONE = Query(_whole().where(_meeting.c.id == bindparam("meeting_id")))
_COMING = Query(
    select(*_meeting.c["id", "kind", "state", "starts", "place", "mode", "offered_by"])
    .where(_meeting.c.plan_id == _PLAN, _meeting.c.ends > bindparam("now"), _meeting.c.state.not_in(_TIME_OVER))
    .order_by(_meeting.c.starts, _meeting.c.position)
    .limit(1)
)
_POINTS = (
    select(*_point.c, *_said_columns)
    .join(_meeting, _meeting.c.id == _point.c.meeting_id)
    .outerjoin(_said, _said.c.id == _point.c.text_id)
    .where(_meeting.c.plan_id == _PLAN, ~_point.c.gone)
    .order_by(_point.c.position, _point.c.id)
)
_AGENDA, _AGENDA_OF = Query(_POINTS), Query(_POINTS.where(_point.c.meeting_id == bindparam("meeting_id")))
_COMERS = (
    select(*_attendance.c, *_why_columns)
    .join(_meeting, _meeting.c.id == _attendance.c.meeting_id)
    .outerjoin(_why, _why.c.id == _attendance.c.why_id)
    .where(_meeting.c.plan_id == _PLAN)
    .order_by(_attendance.c.position, _attendance.c.id)
)
_ATTENDANCE, _ATTENDANCE_OF = Query(_COMERS), Query(_COMERS.where(_attendance.c.meeting_id == bindparam("meeting_id")))
_HANGS_ON: dict[str, tuple[Any, ...]] = {
    "needs": (Need,),
    "expectations": (Expectation, Expectation.gone.is_(False)),  # type: ignore[attr-defined]
    "agreements": (Agreement, Agreement.gone.is_(False)),  # type: ignore[attr-defined]
    "confirmations": (Confirmation,),
    "notes": (Note, Note.shared_id.is_not(None)),  # type: ignore[union-attr]
}


def every(connection: Connection, plan_id: UUID) -> list[Any]:
    """Every meeting of a plan, in the order in which they were written down."""
    return _EVERY(connection, plan_id=plan_id)


def one(connection: Connection, plan_id: UUID, meeting_id: UUID) -> Any:
    """One meeting of a plan; raises NotFound."""
    for row in _ONE(connection, plan_id=plan_id, meeting_id=meeting_id):
        return row
    raise NotFound


def agenda(connection: Connection, plan_id: UUID, meeting_id: UUID | None = None) -> list[Any]:
    """The points of one meeting, or of all those of a plan, in their order; without those that were taken off."""
    if meeting_id:
        return _AGENDA_OF(connection, plan_id=plan_id, meeting_id=meeting_id)
    return _AGENDA(connection, plan_id=plan_id)


def attendance(connection: Connection, plan_id: UUID, meeting_id: UUID | None = None) -> list[Any]:
    """Who comes to one meeting, or to all those of a plan, in their order."""
    if meeting_id:
        return _ATTENDANCE_OF(connection, plan_id=plan_id, meeting_id=meeting_id)
    return _ATTENDANCE(connection, plan_id=plan_id)


def coming(connection: Connection, plan_id: UUID, now: datetime) -> Any | None:
    """The first meeting that is not over at `now`, or None."""
    return next(iter(_COMING(connection, plan_id=plan_id, now=now)), None)


def tally(connection: Connection, plan_id: UUID) -> dict[str, int]:
    """How much hangs on the meetings of a plan, by what it is; without what was taken off, or shared with nobody."""
    ours = select(_meeting.c.id).where(_meeting.c.plan_id == plan_id)
    found = {
        name: select(func.count()).select_from(table).where(table.meeting_id.in_(ours), *which)
        for name, (table, *which) in _HANGS_ON.items()
    }
    return {name: int(connection.execute(count).scalar_one()) for name, count in found.items()}


def load(change: Change, meeting_id: UUID) -> Meeting:
    """A meeting of the plan that is being changed, locked with it; raises NotFound."""
    row = change.session.get(Meeting, meeting_id)
    if row is None or row.plan_id != change.plan.id:
        raise NotFound
    return row
