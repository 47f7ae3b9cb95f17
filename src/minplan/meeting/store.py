"""Every query of the meetings: rows of a meeting beside each point of its agenda, all in one select."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, select

from minplan.meeting.meeting import AgendaPoint, Meeting
from minplan.words import beside

_meeting = Meeting.__table__  # type: ignore[attr-defined]
_point = AgendaPoint.__table__  # type: ignore[attr-defined]
_purpose, _purpose_columns = beside("purpose")
_said, _said_columns = beside("said")

_EVERY = (
    select(
        *_meeting.c["id", "starts", "ends", "place", "mode", "people"],
        *_purpose_columns,
        _point.c.by_name,
        *_said_columns,
    )
    .outerjoin(_purpose, _purpose.c.id == _meeting.c.purpose_id)
    .outerjoin(_point, _point.c.meeting_id == _meeting.c.id)
    .outerjoin(_said, _said.c.id == _point.c.text_id)
    .where(_meeting.c.plan_id == bindparam("plan_id"))
    .order_by(_meeting.c.position, _meeting.c.id, _point.c.position, _point.c.id)
)
_first = _meeting.alias("first")
_COMING = _EVERY.where(
    _meeting.c.id
    == select(_first.c.id)
    .where(_first.c.plan_id == bindparam("plan_id"), _first.c.ends > bindparam("now"))
    .order_by(_first.c.starts, _first.c.position)
    .limit(1)
    .scalar_subquery()
)


def every(connection: Connection, plan_id: UUID) -> list[Row[Any]]:
    """Every meeting of a plan, in the order in which they were written down."""
    return list(connection.execute(_EVERY, {"plan_id": plan_id}))


def coming(connection: Connection, plan_id: UUID, now: datetime) -> list[Row[Any]]:
    """The first meeting that is not over at `now`; no rows when there is none."""
    return list(connection.execute(_COMING, {"plan_id": plan_id, "now": now}))
