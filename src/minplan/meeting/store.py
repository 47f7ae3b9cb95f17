"""Every query of the meetings: rows of a meeting beside each point of its agenda, all in one select."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from minplan.db import Query
from minplan.meeting.meeting import AgendaPoint, Meeting
from minplan.words import beside

_meeting = Meeting.__table__  # type: ignore[attr-defined]
_point = AgendaPoint.__table__  # type: ignore[attr-defined]
_purpose, _purpose_columns = beside("purpose")
_said, _said_columns = beside("said")

_ALL = (
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
_EVERY = Query(_ALL)
_COMING = Query(
    _ALL.where(
        _meeting.c.id
        == select(_first.c.id)
        .where(_first.c.plan_id == bindparam("plan_id"), _first.c.ends > bindparam("now"))
        .order_by(_first.c.starts, _first.c.position)
        .limit(1)
        .scalar_subquery()
    )
)


def every(connection: Connection, plan_id: UUID) -> list[Any]:
    """Every meeting of a plan, in the order in which they were written down."""
    return _EVERY(connection, plan_id=plan_id)


def coming(connection: Connection, plan_id: UUID, now: datetime) -> list[Any]:
    """The first meeting that is not over at `now`; no rows when there is none."""
    return _COMING(connection, plan_id=plan_id, now=now)
