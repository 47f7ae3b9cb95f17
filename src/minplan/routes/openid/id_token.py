"""Rule: whether an ID token is for this sign-in, now, and says enough. Authlib alone would let much of it pass."""

import hmac
import math
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import new
from typing import Any

from minplan.providers import Provider, text_at
from minplan.routes.openid.refused import Refused

LEEWAY = 60  # seconds that two clocks may differ
LONGEST = 255
TYPES = ("", "jwt")

Claims = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What this sign-in asked for, and what came beside the token."""

    nonce: str
    access_token: object
    now: float


def check(provider: Provider, header: Mapping[str, Any], claims: Claims, asked: Asked) -> None:
    """Raises Refused."""
    if str(header.get("typ", "")).lower() not in TYPES:
        raise Refused("bent", "type")
    check_parties(provider, claims)
    _check_this_one(header, claims, asked)
    _check_time(claims, asked.now)
    _check_freshness(provider, claims, asked.now)
    if provider.levels and text_at(claims, provider.places.level) not in provider.levels:
        raise Refused("level")


def check_parties(provider: Provider, claims: Claims) -> None:
    """By the issuer that we asked, for us alone, and handed on by nobody. Raises Refused."""
    if claims.get("iss") != provider.issuer:
        raise Refused("bent", "iss")
    us = provider.client_id
    if claims.get("aud") not in (us, [us]):
        raise Refused("bent", "aud")
    if claims.get("azp", us) != us:
        raise Refused("bent", "azp")


def moment(claims: Claims, name: str) -> float | None:
    """A claim that is a moment; None when there is none. Raises Refused for anything else."""
    found = claims.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise Refused("bent", name)
    return found


def _check_this_one(header: Mapping[str, Any], claims: Claims, asked: Asked) -> None:
    nonce, subject = claims.get("nonce"), claims.get("sub")
    if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode(), asked.nonce.encode()):
        raise Refused("bent", "nonce")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST:
        raise Refused("bent", "sub")
    if "at_hash" in claims and claims["at_hash"] != _half(asked.access_token, str(header["alg"])):
        raise Refused("bent", "at_hash")


def _check_time(claims: Claims, now: float) -> None:
    ends, made, begins = (moment(claims, name) for name in ("exp", "iat", "nbf"))
    if ends is None or made is None:
        raise Refused("bent", "exp" if ends is None else "iat")
    if now >= ends + LEEWAY or made > now + LEEWAY or (begins or 0) > now + LEEWAY:
        raise Refused("clock")


def _check_freshness(provider: Provider, claims: Claims, now: float) -> None:
    """The person proved who they are lately enough, and not in the future."""
    at = moment(claims, "auth_time")
    if provider.max_age is not None and at is None:
        raise Refused("bent", "auth_time")
    if at is not None and at > now + LEEWAY:
        raise Refused("clock", "auth_time")
    if provider.max_age is not None and at is not None and now - at > provider.max_age + LEEWAY:
        raise Refused("stale")


def _half(access_token: object, algorithm: str) -> str:
    digest = new(f"sha{algorithm[-3:]}", str(access_token).encode("utf-8", "replace")).digest()
    return urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()
