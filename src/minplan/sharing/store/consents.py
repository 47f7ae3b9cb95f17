"""Every query about consents, and about whom they let see a track."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlmodel import Session

from minplan import content
from minplan.access import Consent, Membership, Notice, Plan, sharing_runs

_plan = Plan.__table__  # type: ignore[attr-defined]
_notice = Notice.__table__  # type: ignore[attr-defined]
_consent = Consent.__table__  # type: ignore[attr-defined]


def of_plan(connection: Connection, plan_id: UUID) -> list[Any]:
    """Every yes that was ever said on a plan, the newest first."""
    found = select(_consent).where(_consent.c.plan_id == plan_id).order_by(_consent.c.given_at.desc())
    return list(connection.execute(found).all())


def last_told(connection: Connection, plan_id: UUID) -> dict[UUID, datetime]:
    """When each person was last told of news of this plan."""
    newest = select(_notice.c.person_id, func.max(_notice.c.at).label("at"))
    only = (_notice.c.plan_id == plan_id, _notice.c.what == "news")
    return {row.person_id: row.at for row in connection.execute(newest.where(*only).group_by(_notice.c.person_id))}


def standing(session: Session, plan_id: UUID, item: str) -> Consent | None:
    """The yes to an item that nobody has taken back, also when its time is over; or None."""
    found = select(Consent).where(
        _consent.c.plan_id == plan_id, _consent.c.item == item, _consent.c.withdrawn_at.is_(None)
    )
    return session.execute(found).scalar_one_or_none()


def one(session: Session, plan_id: UUID, consent_id: UUID) -> Consent | None:
    """One yes of this plan, or None."""
    found = session.get(Consent, consent_id)
    return found if found and found.plan_id == plan_id else None


def not_withdrawn(session: Session, plan_id: UUID) -> list[Consent]:
    """What nobody has taken back on a plan."""
    found = select(Consent).where(_consent.c.plan_id == plan_id, _consent.c.withdrawn_at.is_(None))
    return list(session.execute(found).scalars())


def over(session: Session, today: date) -> list[Consent]:
    """What nobody has taken back although its last day lies behind; the plans stand still meanwhile."""
    ended = (_consent.c.withdrawn_at.is_(None), _consent.c.until < today)
    plans = select(_plan.c.id).join(_consent, _consent.c.plan_id == _plan.c.id).where(*ended).order_by(_plan.c.id)
    session.execute(plans.with_for_update(of=_plan))
    return list(session.execute(select(Consent).where(*ended)).scalars())


def still_told(session: Session, plan_id: UUID, department: str, today: date) -> bool:
    """Whether a department is told of this plan by any yes at all."""
    runs = (*sharing_runs(plan_id, today), _consent.c.department == department)
    return session.execute(select(_consent.c.id).where(*runs).limit(1)).first() is not None


def members_of(session: Session, plan_id: UUID, department: str) -> list[Membership]:
    """The places on a plan that this department's people have."""
    places = Membership.__table__.c  # type: ignore[attr-defined]
    found = session.execute(select(Membership).where(places.plan_id == plan_id)).scalars()
    return [place for place in found if content.department_called(place.department) == department]
