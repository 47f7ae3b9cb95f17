"""The query for people of whom nothing is here but that they came in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, exists, select

from minplan.access import Person
from minplan.identity import Identity, to_people

_person = Person.__table__  # type: ignore[attr-defined]
_identity = Identity.__table__  # type: ignore[attr-defined]


def strangers(connection: Connection, before: datetime) -> list[UUID]:
    """Supporters to whom nothing refers, who are not in, and whom no provider has named since `before`."""
    c = _person.c
    since = exists().where(_identity.c.person_id == c.id, _identity.c.linked_at >= before)
    alone = [~exists().where(column == c.id) for column in to_people() if column.table is not _identity]
    return list(connection.execute(select(c.id).where(c.kind == "supporter", ~since, *alone)).scalars())
