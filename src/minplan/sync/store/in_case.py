"""What citizens have said becomes a part of the case."""

from uuid import UUID

from sqlalchemy import Connection, select

from minplan.sync.in_case import InCase

_in_case = InCase.__table__  # type: ignore[attr-defined]


def shown(connection: Connection, plan_id: UUID) -> dict[UUID, UUID]:
    """What of a plan, and the text that stood there when the citizen said yes."""
    found = select(*_in_case.c["subject_id", "text_id"]).where(_in_case.c.plan_id == plan_id)
    return {row.subject_id: row.text_id for row in connection.execute(found)}
