"""Verbs: a key for each citizen, made when they first keep something, locked under the house's key, and destroyed."""

import os
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from minplan import config
from minplan.errors import Locked
from minplan.vault import store
from minplan.vault.box import Box, locked, unlocked

LENGTH = 32  # bytes


def prepare() -> None:
    """Make the place for keys, where there is none yet."""
    store.engine()


def box(owner: UUID) -> Box:
    """What this person has kept. Raises Locked: `lost` where there is no key, else where another house's locked it."""
    wrapped = store.find(owner)
    if wrapped is None:
        raise Locked
    try:
        return Box(owner, unlocked(master(), wrapped, place(owner)))
    except Locked:
        raise Locked(lost=False) from None


def new_box(owner: UUID) -> Box:
    """The same, with a new key for whoever has none yet. Raises Locked as `box` does for another house's key."""
    store.add(owner, locked(master(), os.urandom(LENGTH), place(owner)))
    return box(owner)


def is_kept(owner: UUID) -> bool:
    """Whether there is a key for this person, whatever it opens."""
    return store.find(owner) is not None


def destroy(owner: UUID) -> bool:
    """Nothing that this person kept can be read any more, wherever a copy of it lies; False where there was no key."""
    return store.remove(owner)


def master(secret: str = "") -> bytes:
    """The key that locks all others: today's, or the one of another secret."""
    return _derived(secret or config.settings().vault_key)


def place(owner: UUID) -> bytes:
    """Where a person's key opens, and nowhere else."""
    return b"key:" + owner.bytes


@lru_cache(maxsize=2)
def _derived(secret: str) -> bytes:
    return HKDF(SHA256(), LENGTH, salt=None, info=b"minplan vault 1").derive(secret.encode())
