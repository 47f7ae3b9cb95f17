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
    """What this person has kept. Raises Locked where there is no key, or another house's key locked it."""
    wrapped = store.find(owner)
    if wrapped is None:
        raise Locked
    return Box(owner, unlocked(_master(config.settings().vault_key), wrapped, _place(owner)))


def new_box(owner: UUID) -> Box:
    """The same, with a new key for whoever has none yet. Raises Locked as `box` does for another house's key."""
    master = _master(config.settings().vault_key)
    store.add(owner, locked(master, os.urandom(LENGTH), _place(owner)))
    return box(owner)


def is_kept(owner: UUID) -> bool:
    """Whether there is a key for this person, whatever it opens."""
    return store.find(owner) is not None


def destroy(owner: UUID) -> bool:
    """Nothing that this person kept can be read any more, wherever a copy of it lies; False where there was no key."""
    return store.remove(owner)


@lru_cache(maxsize=2)
def _master(secret: str) -> bytes:
    return HKDF(SHA256(), LENGTH, salt=None, info=b"minplan vault 1").derive(secret.encode())


def _place(owner: UUID) -> bytes:
    return b"key:" + owner.bytes
