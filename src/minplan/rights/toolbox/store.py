"""Every query about what somebody thinks of the offers."""

from uuid import UUID

from sqlalchemy import Connection, select

from minplan.rights.leaning import Leaning

_leaning = Leaning.__table__.c  # type: ignore[attr-defined]


def answers(connection: Connection, plan_id: UUID) -> dict[str, str]:
    """The answer to each offer, by its id."""
    found = select(_leaning.offer, _leaning.answer).where(_leaning.plan_id == plan_id)
    return {row.offer: row.answer for row in connection.execute(found)}
