"""The noun: an `Idempotency-Key` as a caller shows it, and a print of what it asks with it."""

import hmac
from dataclasses import dataclass
from hashlib import sha256

from minplan import config


@dataclass(frozen=True, slots=True)
class Once:
    """`key_hash` is what is kept of the key, `print` of method, address and body: both keyed, for a body may hold an
    id number, which has too few digits for a plain hash."""

    key_hash: str
    print: str


def once(key: str, *asked: bytes) -> Once:
    """What is kept of a request with this key."""
    return Once(_keyed(b"key", key.encode()), _keyed(b"print", *asked))


def _keyed(*parts: bytes) -> str:
    secret = config.settings().number_key.encode()
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in (b"answered", *parts))
    return hmac.new(secret, framed, sha256).hexdigest()
