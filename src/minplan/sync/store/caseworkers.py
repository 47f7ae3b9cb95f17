"""Who works in a municipality."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from minplan.access import Person

_person = Person.__table__  # type: ignore[attr-defined]
WORKING = ("staff", "leader")
_FIELDS = _person.c["id", "name", "email", "phone", "role", "department", "ended_on"]


def some(connection: Connection, municipality: str, after: UUID | None, most: int) -> list[Any]:
    """Professionals by id, also those who have left."""
    here = [_person.c.municipality_id == municipality, _person.c.kind.in_(WORKING)]
    here += [_person.c.id > after] if after else []
    return list(connection.execute(select(*_FIELDS).where(*here).order_by(_person.c.id).limit(most)))


def one(connection: Connection, municipality: str, id: UUID) -> Any | None:
    """One of them, or None."""
    this = (_person.c.municipality_id == municipality, _person.c.kind.in_(WORKING), _person.c.id == id)
    return connection.execute(select(*_FIELDS).where(*this)).one_or_none()
