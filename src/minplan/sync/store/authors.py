"""Who wrote the words."""

from collections.abc import Collection
from itertools import chain
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from minplan.access import Person
from minplan.db import Query
from minplan.sync.store.many import parts
from minplan.words import Text

_text = Text.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
PROFESSIONALS = ("staff", "leader", "system")
_THEIRS = Query(
    select(_text.c.id)
    .join(_person, _person.c.id == _text.c.author_id)
    .where(_person.c.kind.in_(PROFESSIONALS), _text.c.id.in_(bindparam("texts", expanding=True)))
)


def of_municipality(connection: Connection, texts: Collection[UUID]) -> frozenset[UUID]:
    """Those of the texts that a professional or a system of the municipality has written."""
    found = chain.from_iterable(_THEIRS(connection, texts=some) for some in parts(texts))
    return frozenset(row.id for row in found)
