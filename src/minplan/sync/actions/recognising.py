"""Verbs: find out which system is asking."""

from minplan.sync.actions.systems import KEY, hashed
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.store import systems


def by_key(key: str) -> Caller:
    """The system with this key. Raises Problem for an unknown one."""
    found = systems.by_key(hashed(key)) if KEY.fullmatch(key) else None
    if found is None:
        raise Problem("no-credentials")
    systems.used(found.person_id)
    return found
