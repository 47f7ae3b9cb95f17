"""Rule: the key with which this house signs what it shows a provider."""

from typing import TYPE_CHECKING

from minplan.providers.nonsense import Nonsense

if TYPE_CHECKING:
    from joserfc.jwk import ECKey, RSAKey

SHORTEST = 2048  # bits
ALGORITHMS = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}
RULE = f"key_file must hold a private RSA key of at least {SHORTEST} bits, or one on P-256, P-384 or P-521, as PEM."


def signing_key(pem: str) -> "tuple[RSAKey | ECKey, str]":
    """The key and its algorithm. Raises Nonsense."""
    from joserfc.errors import JoseError  # only whoever signs needs the library
    from joserfc.jwk import ECKey, RSAKey

    for kind in (RSAKey, ECKey):
        try:
            key = kind.import_key(pem)
            algorithm = _algorithm(key) if key.is_private else ""
        except (JoseError, ValueError, TypeError):
            continue
        if algorithm:
            return key, algorithm
    raise Nonsense(RULE)


def _algorithm(key: "RSAKey | ECKey") -> str:
    if key.key_type == "EC":
        return ALGORITHMS.get(str(key.get("crv")), "")
    return "RS256" if key.public_key.key_size >= SHORTEST else ""
