"""A bearer token: signed by the issuer, for this interface, now, of a client that was let in. RFC 9068."""

import logging
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import Flask
from requests import RequestException

from minplan import config, sync
from minplan.routes.openid.client import is_safe
from minplan.routes.openid.id_token import LEEWAY, LONGEST, moment
from minplan.routes.openid.keys import KeyRing
from minplan.routes.openid.refused import Refused
from minplan.routes.openid.tokens import opened
from minplan.routes.openid.wire import Direct, Unsound
from minplan.sync import Caller, Problem

ALGORITHMS = ("RS256", "PS256", "ES256")
TYPES = ("", "jwt", "at+jwt", "application/at+jwt")
CLIENT = ("client_id", "azp", "sub")
SCOPES = ("scope", "scp", "roles")  # `roles` is where Entra puts what an application may
WAIT = 30  # seconds until a silent issuer is worth another try

_log = logging.getLogger(__name__)
Claims = Mapping[str, Any]


class Issuer(NamedTuple):
    """Who signs, and its keys."""

    name: str
    ring: KeyRing
    algorithms: tuple[str, ...] = ALGORITHMS


def caller(app: Flask, token: str) -> Caller:
    """The system whose token it is, with the scopes that both its token and its own row name. Raises Problem."""
    found = config.settings()
    kept: dict[str, Issuer] = app.extensions.setdefault("minplan_issuer", {})
    issuer = kept.get(found.api_issuer) or kept.setdefault(found.api_issuer, _issuer(found.api_issuer))
    try:
        header, claims = opened(token, issuer, issuer.ring)
        _check(header, claims, issuer.name, found.api_audience)
        return sync.by_client(issuer.name, _client(claims), _scopes(claims))
    except Refused as refused:
        _log.info("token refused", extra={"fields": {"why": refused.detail}})
        raise Problem("no-credentials", f"The token was not taken: {refused.detail}.") from None
    except RequestException as error:
        _log.warning("no keys of the issuer", extra={"fields": {"why": type(error).__name__}})
        raise Problem("unavailable", "The provider of tokens does not answer.", retry_after=WAIT) from None


def _check(header: Claims, claims: Claims, issuer: str, audience: str) -> None:
    """Raises Refused."""
    if str(header.get("typ", "")).lower() not in TYPES:
        raise Refused("bent", "typ")
    if "crit" in header:
        raise Refused("bent", "crit")
    if claims.get("iss") != issuer:
        raise Refused("bent", "iss")
    meant = claims.get("aud")
    if audience not in (meant if isinstance(meant, list) else [meant]):
        raise Refused("bent", "aud")
    ends, made, begins = (moment(claims, name) for name in ("exp", "iat", "nbf"))
    now = time.time()
    if ends is None or now >= ends + LEEWAY:
        raise Refused("clock", "exp")
    if max(made or 0, begins or 0) > now + LEEWAY:
        raise Refused("clock", "iat or nbf")


def _client(claims: Claims) -> str:
    found = next((claims[name] for name in CLIENT if claims.get(name)), None)
    if not isinstance(found, str) or len(found) > LONGEST or not found.isprintable():
        raise Refused("bent", "client")
    return found


def _scopes(claims: Claims) -> frozenset[str]:
    said = (claims.get(name) for name in SCOPES)
    parts = (each.split() if isinstance(each, str) else each for each in said)
    return frozenset(part for each in parts if isinstance(each, list) for part in each if isinstance(part, str))


def _issuer(name: str) -> Issuer:
    return Issuer(name, KeyRing(lambda: _ask(_keys_at(name))))


def _keys_at(issuer: str) -> str:
    """Where the keys are, as far as the issuer may say so. Raises RequestException."""
    if not is_safe(issuer, issuer):
        raise Unsound("an issuer without a lock")
    said = _ask(issuer.rstrip("/") + "/.well-known/openid-configuration")
    address = said.get("jwks_uri")
    if said.get("issuer") != issuer or not is_safe(address, issuer):
        raise Unsound("metadata of another issuer, or without a safe address")
    return str(address)


def _ask(address: str) -> dict[str, Any]:
    with Direct() as session:
        answer = session.request("GET", address, withhold_token=True)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found
