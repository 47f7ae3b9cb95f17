"""Every query about consents, and about whom they let see a track."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlmodel import Session

from minplan.access import Consent, Notice, Plan

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
