"""Rule: how something is locked with a key, so that it opens in its own place only and its length tells little."""

import hmac
import json
import os
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from minplan.errors import Locked

VERSION = b"\x01"
NONCE = 12  # bytes
BLOCK = 512  # bytes; a picture of two feelings is as long as one of six


class Box:
    """What belongs to one person (`owner`), under their key of 32 bytes."""

    def __init__(self, owner: UUID, key: bytes) -> None:
        self.owner = owner
        self._key = key

    def seal(self, about: UUID, content: dict[str, Any]) -> bytes:
        """Lock `content`, which JSON can carry, for the row `about` of this owner, and for no other row."""
        plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        plain += b" " * (-len(plain) % BLOCK)
        return locked(self._key, plain, self._place(about))

    def open(self, about: UUID, sealed: bytes) -> dict[str, Any]:
        """What was sealed for this row. Raises Locked where the key is another, or the bytes are not those."""
        found: dict[str, Any] = json.loads(unlocked(self._key, sealed, self._place(about)))
        return found

    def slot(self, name: str) -> str:
        """A name under which one thing is found again, and that tells nobody else what it is about."""
        return hmac.new(self._key, b"slot:" + name.encode(), "sha256").hexdigest()[:32]

    def _place(self, about: UUID) -> bytes:
        return b"sealed:" + self.owner.bytes + about.bytes


def locked(key: bytes, plain: bytes, place: bytes) -> bytes:
    """AES-256-GCM: version, nonce, and what only opens in this `place`."""
    nonce = os.urandom(NONCE)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, VERSION + place)


def unlocked(key: bytes, sealed: bytes, place: bytes) -> bytes:
    """The way back. Raises Locked."""
    version, nonce, rest = sealed[:1], sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
    if version != VERSION or len(nonce) != NONCE:
        raise Locked
    try:
        return AESGCM(key).decrypt(nonce, rest, version + place)
    except InvalidTag:
        raise Locked from None
