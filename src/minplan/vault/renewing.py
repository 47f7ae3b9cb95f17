"""Verbs of whoever runs the house: whether every key opens, and all of them under another key of the house."""

from typing import NamedTuple
from uuid import UUID

from minplan.errors import Locked
from minplan.vault import store
from minplan.vault.box import locked, unlocked
from minplan.vault.keys import master, place


class Keys(NamedTuple):
    """How many keys there are, and how many of them the house's key does not open."""

    every: int
    shut: int


def count() -> Keys:
    """Try the house's key on every key."""
    kept, today = store.every(), master()
    return Keys(len(kept), sum(_opened(today, owner, wrapped) is None for owner, wrapped in kept))


def renew(before: str) -> Keys:
    """Lock everything that the house's key of `before` opens under today's, all or none; asked twice, done once.

    What neither of the two opens stays as it is, and is counted.
    """
    today, former = master(), master(before)

    def turned(owner: UUID, wrapped: bytes) -> bytes:
        if _opened(today, owner, wrapped) is not None:
            return wrapped
        key = _opened(former, owner, wrapped)
        return wrapped if key is None else locked(today, key, place(owner))

    store.turn(turned)
    return count()


def _opened(house: bytes, owner: UUID, wrapped: bytes) -> bytes | None:
    try:
        return unlocked(house, wrapped, place(owner))
    except Locked:
        return None
