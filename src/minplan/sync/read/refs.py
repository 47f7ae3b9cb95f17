"""What other systems call the things that are read."""

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy import Connection

from minplan.sync.caller import Caller
from minplan.sync.shapes.common import Ref
from minplan.sync.store import refs

Known = Callable[[UUID], list[Ref]]


def known(connection: Connection, caller: Caller, subjects: Collection[UUID]) -> Known:
    """The references of each of these, asked for at once."""
    found = refs.of(connection, caller.municipality_id, subjects) if subjects else {}
    return lambda one: [Ref(system=each.system, id=each.external_id) for each in found.get(one, ())]
