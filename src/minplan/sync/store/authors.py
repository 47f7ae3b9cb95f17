"""Who wrote the words."""

from collections.abc import Collection
from itertools import chain
from uuid import UUID

from sqlalchemy import Connection, select

from minplan.access import Person
from minplan.sync.store.many import parts
from minplan.words import Text

_text = Text.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
PROFESSIONALS = ("staff", "leader", "system")


def of_municipality(connection: Connection, texts: Collection[UUID]) -> frozenset[UUID]:
    """Those of the texts that a professional or a system of the municipality has written."""
    written = select(_text.c.id).join(_person, _person.c.id == _text.c.author_id)
    theirs = written.where(_person.c.kind.in_(PROFESSIONALS))
    found = (connection.execute(theirs.where(_text.c.id.in_(some))).scalars() for some in parts(texts))
    return frozenset(chain.from_iterable(found))
