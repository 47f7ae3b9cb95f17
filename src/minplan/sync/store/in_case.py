"""What citizens have said becomes a part of the case."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from minplan.access import Opening
from minplan.sync.in_case import InCase

_in_case = InCase.__table__  # type: ignore[attr-defined]
_opening = Opening.__table__  # type: ignore[attr-defined]


def shown(connection: Connection, plan_id: UUID) -> dict[UUID, UUID]:
    """What of a plan, and the text that stood there when the citizen said yes."""
    found = select(*_in_case.c["subject_id", "text_id"]).where(_in_case.c.plan_id == plan_id)
    return {row.subject_id: row.text_id for row in connection.execute(found)}


def last_read(connection: Connection, plan_id: UUID) -> dict[UUID, datetime]:
    """When each system last read of a plan, as far back as openings are kept."""
    newest = func.max(_opening.c.at).label("at")
    found = select(_opening.c.person_id, newest).where(_opening.c.plan_id == plan_id, _opening.c.relation == "system")
    return {row.person_id: row.at for row in connection.execute(found.group_by(_opening.c.person_id))}
