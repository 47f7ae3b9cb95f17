"""Hold a plan still until the end of a transaction. On SQLite whoever writes is alone, and nothing need be asked."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from minplan.access import Plan
from minplan.sync.system import System

_system = System.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]


def hold(session: Session, plan_id: UUID) -> None:
    """Nobody else changes this plan until the transaction ends: what is compared now holds when it is changed."""
    _hold(session, select(_plan.c.id).where(_plan.c.id == plan_id))


def hold_system(session: Session, system_id: UUID) -> None:
    """Nothing that is of no plan is sent by this system by two at once."""
    _hold(session, select(_system.c.person_id).where(_system.c.person_id == system_id))


def _hold(session: Session, rows: Any) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(rows.with_for_update(key_share=True))
