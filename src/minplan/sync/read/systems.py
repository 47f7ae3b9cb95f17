"""The systems of a municipality, for whoever looks after them."""

from typing import Any

from minplan import content
from minplan.errors import NotFound
from minplan.office import Doorkeeper
from minplan.sync.caller import Caller
from minplan.sync.store import systems as store


def systems(by: Doorkeeper) -> list[Any]:
    """Each with its code, name, scopes, departments, when it was here last and whether it has ended."""
    by.must("find_systems")
    return store.all_of(by.municipality_id)


def departments(by: Doorkeeper) -> list[str]:
    """Whose a system of the municipality can be: those that citizens say yes to, and those that people here are in."""
    by.must("find_systems")
    said = {each for each in store.departments(by.municipality_id) if each and not content.department_called(each)}
    return [*content.departments(), *sorted(said)]


def as_system(by: Doorkeeper, code: str) -> Caller:
    """A system by its code, for whoever looks after its webhooks. Raises NotFound and NotAllowed."""
    by.must("change_system")
    found = store.by_code(by.municipality_id, code)
    if found is None:
        raise NotFound
    return found
