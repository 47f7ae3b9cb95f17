"""A provider's keys: fetched when a signature needs one, and again when it names one that we do not know."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey

from minplan.routes.openid.fetched import Fetched

FRESH = 3600  # seconds; a key that was withdrawn is not believed for longer
FLOOR = 10  # seconds between two fetches: whoever sends us made-up key ids does not make us ask without end
BITS = 2048
KINDS = {"RS": RSAKey, "PS": RSAKey, "ES": ECKey}

Key = RSAKey | ECKey


class KeyRing:
    """The keys behind a `jwks_uri`. `fetch` answers the key set; what it raises comes through."""

    def __init__(self, fetch: Callable[[], Mapping[str, Any]]) -> None:
        self._keys: Fetched[list[Key]] = Fetched(lambda: _read(fetch()), [])

    def find(self, header: Mapping[str, Any]) -> Key | None:
        """The one key that a token's header means; None when there is none, or when it could be several."""
        self.renew(FRESH)
        return self._match(header) or (self._match(header) if self.renew(FLOOR) else None)

    def renew(self, age: float | None = None) -> bool:
        """Fetch the keys when they are older than `age`; whether they were fetched."""
        return self._keys.renew(FLOOR if age is None else age)

    def _match(self, header: Mapping[str, Any]) -> Key | None:
        kid, algorithm = header.get("kid"), str(header.get("alg"))
        fitting = [key for key in self._keys.found if _fits(key, algorithm) and kid in (None, key.kid)]
        return fitting[0] if len(fitting) == 1 else None


def _read(said: Mapping[str, Any]) -> list[Key]:
    """The keys that can check a signature. One that nobody understands leaves the others as they are."""
    listed = said.get("keys")
    found = (_key(each) for each in listed) if isinstance(listed, list) else ()
    return [key for key in found if key is not None]


def _key(said: Any) -> Key | None:
    if not isinstance(said, dict) or said.get("use", "sig") != "sig":
        return None
    try:
        key = JWKRegistry.import_key(said)
        strong = isinstance(key, ECKey) or (isinstance(key, RSAKey) and _bits(key) >= BITS)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return cast(Key, key) if strong else None


def _bits(key: RSAKey) -> int:
    return int(key.public_key.key_size)


def _fits(key: Key, algorithm: str) -> bool:
    return isinstance(key, KINDS.get(algorithm[:2], ())) and key.get("alg", algorithm) == algorithm
