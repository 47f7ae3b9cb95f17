"""Opening a signed token: with a key of the provider's and an algorithm of ours, or not at all."""

from collections.abc import Mapping
from typing import Any, Protocol

from joserfc import jwt
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jws import JWSRegistry, extract_compact
from requests import RequestException

from minplan.routes.openid.keys import KeyRing
from minplan.routes.openid.refused import Refused

ENCRYPTED = 4  # dots
LONGEST = 32_000  # characters

Claims = dict[str, Any]
Header = Mapping[str, Any]


class Signer(Protocol):
    """Who signs: its algorithms, of ours."""

    @property
    def algorithms(self) -> tuple[str, ...]: ...


def opened(token: object, provider: Signer, ring: KeyRing) -> tuple[Header, Claims]:
    """Header and claims of a token that the provider signed. Raises Refused, or RequestException without its keys."""
    if not isinstance(token, str) or not token or len(token) > LONGEST:
        raise Refused("bent", "no token")
    if token.count(".") == ENCRYPTED:
        raise Refused("bent", "encrypted token")
    try:
        return _opened(token, provider, ring)
    except RequestException:
        raise
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused("bent", "signature") from None


def _opened(token: str, provider: Signer, ring: KeyRing) -> tuple[Header, Claims]:
    header = extract_compact(token.encode("ascii")).headers()
    if header.get("alg") not in provider.algorithms:
        raise Refused("bent", "algorithm")
    key = ring.find(header)
    if key is None:
        raise Refused("bent", "key")
    registry = JWSRegistry(algorithms=list(provider.algorithms), strict_check_header=False)
    try:
        return header, jwt.decode(token, key, registry=registry).claims
    except BadSignatureError:
        # A provider may change a key and keep its name. Asked once, and no more often than the floor allows.
        found = ring.find(header) if ring.renew() else None
        if found is None:
            raise
        return header, jwt.decode(token, found, registry=registry).claims
