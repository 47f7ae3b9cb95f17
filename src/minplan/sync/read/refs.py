"""What other systems call the things that are read."""

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy import Connection

from minplan.sync.caller import Caller
from minplan.sync.shapes.common import Ref
from minplan.sync.store import refs

Known = Callable[[UUID], list[Ref]]


def known_of(connection: Connection, caller: Caller, subjects: Collection[UUID]) -> dict[UUID, list[Ref]]:
    """The references of each of these that has some, asked for at once."""
    found = refs.of(connection, caller.municipality_id, subjects) if subjects else {}
    return {key: [Ref(system=each.system, id=each.external_id) for each in rows] for key, rows in found.items()}


def known(connection: Connection, caller: Caller, subjects: Collection[UUID]) -> Known:
    """The same, to be asked of each, also of those that have none."""
    found = known_of(connection, caller, subjects)
    return lambda one: found.get(one, [])
