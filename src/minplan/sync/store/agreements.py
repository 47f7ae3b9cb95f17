"""What was agreed at the meetings of a plan, all at once."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from minplan.db import Query
from minplan.meeting import Agreement, Meeting
from minplan.words import beside

_agreement = Agreement.__table__  # type: ignore[attr-defined]
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_what, _what_columns = beside("what")
_why, _why_columns = beside("why")
_SETTLED = Query(
    select(*_agreement.c, *_what_columns, *_why_columns, _meeting.c.closed_at)
    .join(_meeting, _meeting.c.id == _agreement.c.meeting_id)
    .join(_what, _what.c.id == _agreement.c.what_id)
    .outerjoin(_why, _why.c.id == _agreement.c.why_id)
    .where(
        _agreement.c.plan_id == bindparam("plan_id"), _agreement.c.sealed, ~_agreement.c.gone,
        _meeting.c.state == "closed",
    )
)  # fmt: skip


def settled(connection: Connection, plan_id: UUID) -> list[Any]:
    """What its step says in these very words, of meetings that have closed, with its words."""
    return _SETTLED(connection, plan_id=plan_id)
