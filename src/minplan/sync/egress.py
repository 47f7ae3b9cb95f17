"""Rule: where this house may send events: hosts that its operator has named, and nothing else (no SSRF).

Names are compared as they are written. An address that is not named is refused whatever it leads to, and so is a name
that merely leads to the same place.
"""

import re
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

LONGEST = 500
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# No user, no fragment, nothing that is not in the alphabet of addresses.
_WRITTEN = r"https?://[A-Za-z0-9.\[\]:-]+(/[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?"
_PORTS = {"https": 443, "http": 80}


class Refused(ValueError):
    """Why nothing is sent there, as a code."""


class Place(NamedTuple):
    """Where to connect and what to ask for. `host` is without brackets."""

    is_secure: bool
    host: str
    port: int
    path: str


def place(url: str, hosts: Collection[str]) -> Place:
    """The place of an address among these `hosts`, each a name with its port where that is not the usual one.

    Raises Refused: `bad_address`, `https_only` (http is for loopback), or `host_not_listed`.
    """
    parts, port = _parts(url)
    host = parts.hostname or ""
    if parts.scheme == "http" and host not in LOOPBACK:
        raise Refused("https_only")
    shown = f"[{host}]" if ":" in host else host
    usual = _PORTS[parts.scheme]
    names = {f"{shown}:{port or usual}", *([shown] if (port or usual) == usual else [])}
    if names.isdisjoint(hosts):
        raise Refused("host_not_listed")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(parts.scheme == "https", host, port or usual, path)


def _parts(url: str) -> tuple[SplitResult, int | None]:
    """An address in its parts. One that two readers could understand differently is none."""
    if len(url) > LONGEST or not re.fullmatch(_WRITTEN, url):
        raise Refused("bad_address")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refused("bad_address") from None
    if not parts.hostname or port == 0 or parts.netloc.endswith(":"):
        raise Refused("bad_address")
    return parts, port
