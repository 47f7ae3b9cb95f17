"""Every query of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from minplan.rights.choice import Choice
from minplan.rights.decision import Decision
from minplan.rights.dispatch import Dispatch
from minplan.rights.leaning import Leaning
from minplan.rights.plan_benefit import PlanBenefit
from minplan.rights.prospect import Prospect, Sense

_benefit = PlanBenefit.__table__.c  # type: ignore[attr-defined]
_KEPT: tuple[Any, ...] = (PlanBenefit, Prospect, Sense, Decision, Choice, Dispatch, Leaning)


def benefit_on(connection: Connection, plan: UUID, day: date) -> str | None:
    """The code of the newest line that has begun; None where there is none, or where it says "we do not know"."""
    begun = select(_benefit.code).where(_benefit.plan_id == plan, _benefit.since <= day)
    return connection.execute(begun.order_by(_benefit.since.desc(), _benefit.at.desc()).limit(1)).scalar()


def benefit_lines(connection: Connection, plan: UUID) -> list[Any]:
    """Every line of a plan, the newest first."""
    lines = select(_benefit.code, _benefit.since, _benefit.by_id).where(_benefit.plan_id == plan)
    return list(connection.execute(lines.order_by(_benefit.since.desc(), _benefit.at.desc())))


def tally(connection: Connection, plan: UUID) -> dict[str, int]:
    """How many rows of each kind the rights box keeps of a plan."""
    tables = [noun.__table__ for noun in _KEPT]
    found = {table.name: select(func.count()).where(table.c.plan_id == plan) for table in tables}
    return {name: int(connection.execute(count).scalar_one()) for name, count in found.items()}
