"""Who wrote the words."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, select

from minplan.access import Person
from minplan.words import Text

_text = Text.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
PROFESSIONALS = ("staff", "leader", "system")


def of_municipality(connection: Connection, texts: Collection[UUID]) -> frozenset[UUID]:
    """Those of the texts that a professional or a system of the municipality has written."""
    written = select(_text.c.id).join(_person, _person.c.id == _text.c.author_id)
    theirs = written.where(_text.c.id.in_(texts), _person.c.kind.in_(PROFESSIONALS))
    return frozenset(connection.execute(theirs).scalars()) if texts else frozenset()
