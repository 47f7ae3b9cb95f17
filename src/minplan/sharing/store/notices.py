"""Every query about notices, each for one reader."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, func, select, update
from sqlmodel import Session

from minplan import clock
from minplan.access import ADDRESS, Membership, Notice, Person, Plan

_notice = Notice.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_place = Membership.__table__  # type: ignore[attr-defined]
_citizen = Person.__table__.alias("citizen")  # type: ignore[attr-defined]
MOST = 50


def of_person(connection: Connection, person_id: UUID) -> list[Any]:
    """The newest notices of one person, unread before read, with whose plan it is and their own place on it."""
    has_place = and_(_place.c.plan_id == _notice.c.plan_id, _place.c.person_id == person_id)
    found = (
        select(
            *_notice.c["id", "what", "at", "plan_id", "read_at"],
            _citizen.c.name,
            (_plan.c.citizen_id == person_id).label("own"),
            _place.c.relation,
        )
        .join(_plan, _plan.c.id == _notice.c.plan_id)
        .join(_citizen, _citizen.c.id == _plan.c.citizen_id)
        .outerjoin(_place, and_(has_place, func.coalesce(_place.c.until, clock.today()) >= clock.today()))
        .where(_notice.c.person_id == person_id)
        .order_by(_notice.c.read_at.is_not(None), _notice.c.at.desc())
        .limit(MOST)
    )
    return list(connection.execute(found).all())


def is_of(session: Session, person_id: UUID, notice: UUID) -> bool:
    """Whether this person was told this."""
    found = select(_notice.c.id).where(_notice.c.id == notice, _notice.c.person_id == person_id)
    return session.execute(found).first() is not None


def read(session: Session, person_id: UUID, at: datetime, **which: Any) -> int:
    """Mark as read what is unread among this person's notices and has these fields; how many there were."""
    only = [_notice.c[name] == value for name, value in which.items()]
    mine = update(_notice).where(_notice.c.person_id == person_id, _notice.c.read_at.is_(None), *only)
    return int(session.execute(mine.values(read_at=at)).rowcount)  # type: ignore[attr-defined]


def own_plan(session: Session, person_id: UUID) -> UUID | None:
    """The plan that a person has themselves, or None."""
    return session.execute(select(_plan.c.id).where(_plan.c.citizen_id == person_id)).scalar_one_or_none()


def address(connection: Connection, person_id: UUID) -> str | None:
    """Where this person's mail goes; None is nowhere."""
    return connection.execute(select(ADDRESS).where(_person.c.id == person_id)).scalar_one() or None
