"""What citizens have said becomes a part of the case."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from minplan.access import Opening
from minplan.db import Query
from minplan.sync.in_case import InCase

_in_case = InCase.__table__  # type: ignore[attr-defined]
_opening = Opening.__table__  # type: ignore[attr-defined]
_SAID = Query(
    select(*_in_case.c["plan_id", "subject_id", "text_id"]).where(
        _in_case.c.plan_id.in_(bindparam("plans", expanding=True))
    )
)


def shown_of(connection: Connection, plan_ids: Collection[UUID]) -> dict[UUID, dict[UUID, UUID]]:
    """What of each of these plans, and the text that stood there when the citizen said yes."""
    found: dict[UUID, dict[UUID, UUID]] = {plan: {} for plan in plan_ids}
    for row in _SAID(connection, plans=list(plan_ids)):
        found[row.plan_id][row.subject_id] = row.text_id
    return found


def shown(connection: Connection, plan_id: UUID) -> dict[UUID, UUID]:
    """The same of one."""
    return shown_of(connection, [plan_id])[plan_id]


def last_read(connection: Connection, plan_id: UUID) -> dict[UUID, datetime]:
    """When each system last read of a plan, as far back as openings are kept."""
    newest = func.max(_opening.c.at).label("at")
    found = select(_opening.c.person_id, newest).where(_opening.c.plan_id == plan_id, _opening.c.relation == "system")
    return {row.person_id: row.at for row in connection.execute(found.group_by(_opening.c.person_id))}
