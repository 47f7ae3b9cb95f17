"""Who may open which plans, asked for many at once."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, union_all

from minplan import clock, db
from minplan.access.membership import INSIDERS, Membership, place_lasts
from minplan.access.plan import Plan

_plan = Plan.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_PLANS: Any = bindparam("plans", expanding=True)
_EVERYBODY = db.Query(
    union_all(
        select(_plan.c.id.label("plan_id"), _plan.c.citizen_id.label("person_id")).where(_plan.c.id.in_(_PLANS)),
        select(_member.c.plan_id, _member.c.person_id).where(
            _member.c.plan_id.in_(_PLANS),
            _member.c.relation.in_(sorted(INSIDERS)),
            place_lasts(_member, bindparam("today")),
        ),
    )
)


def insiders(plan_ids: Collection[UUID]) -> frozenset[tuple[UUID, UUID]]:
    """Each of these plans with each person who may open it today: the citizen, and whoever works with it."""
    with db.reading() as connection:
        rows = _EVERYBODY(connection, plans=sorted(plan_ids), today=clock.today())
    return frozenset((row.plan_id, row.person_id) for row in rows)
