"""The systems of a municipality, for whoever looks after them."""

from typing import Any

from minplan.office import Doorkeeper
from minplan.sync.store import systems as store


def systems(by: Doorkeeper) -> list[Any]:
    """Each with its code, name, scopes, departments, when it was here last and whether it has ended."""
    by.must("find_systems")
    return store.all_of(by.municipality_id)
