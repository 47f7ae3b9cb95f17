"""The query for people of whom nothing is here but that they came in."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, exists, select

from minplan import db
from minplan.access import Person
from minplan.identity import Identity, SignIn

_person = Person.__table__  # type: ignore[attr-defined]
_identity = Identity.__table__  # type: ignore[attr-defined]
_sign_in = SignIn.__table__  # type: ignore[attr-defined]


def strangers(connection: Connection, before: datetime) -> list[UUID]:
    """Supporters to whom nothing refers, who are not in, and whom no provider has named since `before`."""
    c = _person.c
    since = exists().where(_identity.c.person_id == c.id, _identity.c.linked_at >= before)
    alone = [~exists().where(column == c.id) for column in _to_people()]
    return list(connection.execute(select(c.id).where(c.kind == "supporter", ~since, *alone)).scalars())


def _to_people() -> Iterable[Column[UUID] | ColumnElement[UUID]]:
    """Every column of the house that names a person, but for what a provider calls them."""
    for table in db.metadata().sorted_tables:
        if table not in (_identity, _person):
            yield from (key.parent for key in table.foreign_keys if key.column is _person.c.id)
