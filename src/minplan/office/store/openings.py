"""Who opened what: what a spot check reads, and who stands at the glass. Nothing of a plan is selected."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, select, update
from sqlmodel import Session

from minplan.access import Emergency, Opening, Person, Plan
from minplan.db import Query

_opening = Opening.__table__  # type: ignore[attr-defined]
_emergency = Emergency.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_citizen = Person.__table__.alias("citizen")  # type: ignore[attr-defined]
_checker = Person.__table__.alias("checker")  # type: ignore[attr-defined]


_SINCE = Query(
    select(_opening, _citizen.c.name.label("citizen"), _checker.c.name.label("checker"))
    .join(_plan, _plan.c.id == _opening.c.plan_id)
    .join(_citizen, _citizen.c.id == _plan.c.citizen_id)
    .outerjoin(_checker, _checker.c.id == _opening.c.checked_by)
    .where(_opening.c.municipality_id == bindparam("municipality"), _opening.c.at >= bindparam("since"))
    .order_by(_opening.c.at, _opening.c.id)
)


def since(connection: Connection, municipality: str, at: datetime) -> list[Any]:
    """Every opening in a municipality since a moment, the oldest first, with whose plan it was and who has checked."""
    return _SINCE(connection, municipality=municipality, since=at)


def one(session: Session, municipality: str, opening_id: int) -> Opening | None:
    """One opening in a municipality."""
    here = (_opening.c.id == opening_id, _opening.c.municipality_id == municipality)
    return session.execute(select(Opening).where(*here)).scalar_one_or_none()


def check(session: Session, like: Opening, start: datetime, end: datetime, by: UUID, at: datetime) -> int:
    """Write down that somebody has looked at one person's openings of one plan between two moments; how many."""
    whose = (_opening.c.plan_id == like.plan_id, _opening.c.person_id == like.person_id)
    unchecked = update(_opening).where(
        _opening.c.municipality_id == like.municipality_id, *whose, _opening.c.checked_at.is_(None),
        _opening.c.at >= start, _opening.c.at < end,
    )  # fmt: skip
    return session.execute(unchecked.values(checked_at=at, checked_by=by)).rowcount  # type: ignore[attr-defined, no-any-return]


def looked_up(connection: Connection, person_id: UUID, plan_id: UUID, after: datetime) -> bool:
    """Whether this person has found this plan's citizen by number since a moment."""
    found = select(_opening.c.id).where(_opening.c.person_id == person_id, _opening.c.plan_id == plan_id)
    found = found.where(_opening.c.what == "lookup", _opening.c.at > after)
    return connection.execute(found.limit(1)).first() is not None


def emergency(connection: Connection, person_id: UUID, plan_id: UUID, now: datetime) -> Row[Any] | None:
    """The emergency in which this person is reading this plan now."""
    runs = (_emergency.c.person_id == person_id, _emergency.c.plan_id == plan_id, _emergency.c.until > now)
    found = select(_emergency.c["reason", "at", "until"]).where(*runs).order_by(_emergency.c.until.desc())
    return connection.execute(found.limit(1)).first()


def lock_plan(session: Session, plan_id: UUID) -> None:
    """Whoever else does so waits until this change is done."""
    session.execute(select(_plan.c.id).where(_plan.c.id == plan_id).with_for_update())


def cover(connection: Connection, municipality: str, citizen_id: UUID) -> Row[Any] | None:
    """The plan of a citizen of this municipality, by its id and token."""
    here = (_plan.c.citizen_id == citizen_id, _plan.c.municipality_id == municipality)
    return connection.execute(select(_plan.c["id", "token"]).where(*here)).one_or_none()
