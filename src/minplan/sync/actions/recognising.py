"""Verbs: find out which system is asking."""

from dataclasses import replace

from minplan.sync.actions.systems import KEY, hashed
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.store import systems


def by_key(key: str) -> Caller:
    """The system with this key. Raises Problem for an unknown one."""
    return _known(systems.by_key(hashed(key)) if KEY.fullmatch(key) else None)


def by_client(issuer: str, client_id: str, scopes: frozenset[str]) -> Caller:
    """The system that an issuer calls so, with those of its own scopes that the token names. Raises Problem."""
    found = _known(systems.by_client(issuer, client_id))
    return replace(found, scopes=found.scopes & scopes)


def _known(found: Caller | None) -> Caller:
    if found is None:
        raise Problem("no-credentials")
    systems.used(found.person_id)
    return found
