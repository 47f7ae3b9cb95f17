"""Verbs that read: who is here, and one person's card."""

from uuid import UUID

from minplan import db
from minplan.errors import NotFound
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import people as store
from minplan.office.views import Card, Place, Row

MOST = 200


def people(by: Doorkeeper, name: str = "", most: int = MOST) -> tuple[list[Row], bool]:
    """The municipality's people whose name holds `name`, and whether there are more. Raises NotAllowed."""
    by.must("find_people")
    with db.reading() as connection:
        rows = store.people(connection, by.municipality_id, name.strip(), most + 1)
    return [Row(**row._mapping) for row in rows[:most]], len(rows) > most


def one(by: Doorkeeper, person_id: UUID) -> Card:
    """One person of the municipality. Raises NotAllowed, and NotFound for anybody else."""
    by.must("find_people")
    with db.reading() as connection:
        row = store.one(connection, by.municipality_id, person_id)
        if row is None:
            raise NotFound
        places = store.places(connection, by.municipality_id, row.plan_id) if row.plan_id else []
        citizens = store.citizens_of(connection, person_id) if row.contact_for else []
    values = {name: value for name, value in row._mapping.items() if name not in ("contact_for", "stand_in_id")}
    return Card(
        **values,
        stand_in=row.stand_in_id,
        citizens=tuple((citizen.id, citizen.name) for citizen in citizens),
        places=tuple(Place(**place._mapping) for place in places),
    )


def colleagues(by: Doorkeeper) -> list[tuple[UUID, str]]:
    """Those who can have a place on a plan, or stand in for somebody: id, and name with role."""
    by.must("find_people")
    with db.reading() as connection:
        rows = store.colleagues(connection, by.municipality_id)
    return [(row.id, " · ".join(part for part in (row.name, row.role, row.department) if part)) for row in rows]
