"""Rule: where somebody has come to in the feed, in a word that nobody but this house can write or read.

Numbers are the house's: what is missing between two of them would tell of changes that are not for these eyes.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode

from minplan.sync.problem import Pointed, Problem

_SIZE = 8
UNKNOWN = Problem("bad-request", errors=(Pointed("after", "unknown_cursor"),))


def sealed(key: str, municipality: str, number: int) -> str:
    """The cursor behind this number, the same each time."""
    plain = number.to_bytes(_SIZE, "big")
    mark = _digest(key, municipality, b"mark" + plain)
    return urlsafe_b64encode(mark + _mixed(key, municipality, mark, plain)).rstrip(b"=").decode()


def unsealed(key: str, municipality: str, cursor: str) -> int:
    """The number of a cursor. Raises Problem for what this house has not given to this municipality."""
    try:
        found = urlsafe_b64decode(cursor.encode("ascii") + b"==")
    except ValueError:
        raise UNKNOWN from None
    mark, rest = found[:_SIZE], found[_SIZE:]
    plain = _mixed(key, municipality, mark, rest) if len(rest) == _SIZE else b""
    if not hmac.compare_digest(mark, _digest(key, municipality, b"mark" + plain)):
        raise UNKNOWN
    return int.from_bytes(plain, "big")


def _mixed(key: str, municipality: str, mark: bytes, data: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(data, _digest(key, municipality, b"mix" + mark), strict=True))


def _digest(key: str, municipality: str, data: bytes) -> bytes:
    told = b"changes\x00" + municipality.encode() + b"\x00" + data
    return hmac.digest(key.encode(), told, "sha256")[:_SIZE]
