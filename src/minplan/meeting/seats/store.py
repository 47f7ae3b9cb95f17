"""Every query about codes and the seats that came of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlmodel import Session

from minplan.access import Plan
from minplan.db import Query
from minplan.identity import SignIn
from minplan.meeting.meeting import Meeting
from minplan.meeting.room import JoinCode

_code = JoinCode.__table__  # type: ignore[attr-defined]
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_in = SignIn.__table__  # type: ignore[attr-defined]

_OPENED = Query(
    select(*_code.c["id", "plan_id", "meeting_id", "expires_at", "used_at"], _meeting.c.state, _plan.c.citizen_id)
    .join(_meeting, _meeting.c.id == _code.c.meeting_id)
    .join(_plan, _plan.c.id == _code.c.plan_id)
    .where(_code.c.code_hash == bindparam("code_hash"))
)
_SEATS = Query(
    select(_code.c.id, _in.c["key"], _in.c.device, _in.c.began_at)
    .join(_in, _in.c["key"] == _code.c.device)
    .where(_code.c.plan_id == bindparam("plan_id"), _code.c.meeting_id == bindparam("meeting_id"))
    .where(_in.c.ends_at > bindparam("now"))
    .order_by(_in.c.began_at, _code.c.id)
)
_CLOSED = Query(select(_meeting.c.id).where(_meeting.c.id == bindparam("meeting_id"), _meeting.c.state == "closed"))


def opened_by(connection: Connection, code_hash: str) -> Any | None:
    """What a code is for and whether it still lets anybody in, or None where no such code is kept."""
    return next(iter(_OPENED(connection, code_hash=code_hash)), None)


def seats(connection: Connection, plan_id: UUID, meeting_id: UUID, now: datetime) -> list[Any]:
    """The screens that sit at a meeting's table, in the order in which they came."""
    return _SEATS(connection, plan_id=plan_id, meeting_id=meeting_id, now=now)


def has_closed(connection: Connection, meeting_id: UUID) -> bool:
    """Whether this meeting was held to its end."""
    return bool(_CLOSED(connection, meeting_id=meeting_id))


def is_taken(session: Session, code_hash: str) -> bool:
    """Whether a code like this one is still kept."""
    return session.execute(select(_code.c.id).where(_code.c.code_hash == code_hash)).first() is not None


def remove_unused(session: Session, meeting_id: UUID) -> None:
    """Whatever code of this meeting nobody has used lets nobody in any more."""
    session.execute(delete(_code).where(_code.c.meeting_id == meeting_id, _code.c.used_at.is_(None)))


def claim(session: Session, code_id: UUID, at: datetime) -> bool:
    """Use a code up: of two who try at once, one does."""
    unused = (_code.c.id == code_id, _code.c.used_at.is_(None), _code.c.expires_at > at)
    used = update(_code).where(*unused).values(used_at=at)
    return session.execute(used.returning(_code.c.id)).first() is not None


def seat(session: Session, meeting_id: UUID, seat_id: UUID) -> JoinCode | None:
    """The code of this meeting that became a seat, whether somebody still sits there or not."""
    which = (_code.c.id == seat_id, _code.c.meeting_id == meeting_id, _code.c.used_at.is_not(None))
    return session.execute(select(JoinCode).where(*which)).scalar_one_or_none()
