"""The noun: an `Idempotency-Key` as a caller shows it, and a print of what it asks with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Once:
    """`key_hash` is what is kept of the key, `print` of method, address and body: both keyed, for a body may hold an
    id number, which has too few digits for a plain hash."""

    key_hash: str
    print: str
