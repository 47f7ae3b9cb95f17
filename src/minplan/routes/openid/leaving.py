"""Out, at the provider too: we send the browser there, or the provider tells us."""

import time
from collections.abc import Mapping
from typing import Any

from flask import Flask
from requests import RequestException

from minplan import identity
from minplan.providers import Provider, text_at
from minplan.routes.openid.client import client
from minplan.routes.openid.id_token import LEEWAY, check_parties, moment
from minplan.routes.openid.refused import Refused
from minplan.routes.openid.tokens import opened

EVENT = "http://schemas.openid.net/event/backchannel-logout"
TYPES = ("", "jwt", "logout+jwt")
OLDEST = 300  # seconds


def farewell(app: Flask, provider: Provider, hint: str | None, back: str, state: str) -> str | None:
    """The provider's address for signing out there; None when it has none, or does not answer now."""
    used = client(app, provider)
    try:
        asked = used.create_logout_url(back, hint, state, client_id=provider.client_id)
    except (RuntimeError, RequestException):
        return None
    return used.to_browser(asked["url"])


def end_by_token(app: Flask, provider: Provider, token: str) -> int:
    """End what a logout token says is over; how many browsers that were. Raises Refused."""
    try:
        header, claims = opened(token, provider, client(app, provider).ring)
    except RequestException:
        raise Refused("silent") from None
    sid = _check(provider, header, claims, time.time())
    word, subject = str(claims["jti"]), str(claims.get("sub") or "")
    ended = identity.end_by_word(provider.issuer, word, OLDEST + 2 * LEEWAY, sid, subject)
    if ended is None:
        raise Refused("bent", "jti seen before")
    return ended


def _check(provider: Provider, header: Mapping[str, Any], claims: Mapping[str, Any], now: float) -> str:
    """The id of the session that is over; empty when all of a person's are. Raises Refused."""
    if str(header.get("typ", "")).lower() not in TYPES:
        raise Refused("bent", "type")
    check_parties(provider, claims)
    _check_time(claims, now)
    events = claims.get("events")
    if not isinstance(events, dict) or not isinstance(events.get(EVENT), dict):
        raise Refused("bent", "events")
    if "nonce" in claims:
        raise Refused("bent", "nonce")  # an ID token, sent where it does not belong
    sid = text_at(claims, provider.places.session) or text_at(claims, "sid")
    for name in ("jti",) if sid else ("jti", "sub"):
        if not text_at(claims, name):
            raise Refused("bent", name)
    return sid


def _check_time(claims: Mapping[str, Any], now: float) -> None:
    made, ends = moment(claims, "iat"), moment(claims, "exp")
    if made is None or not now - OLDEST - LEEWAY <= made <= now + LEEWAY:
        raise Refused("clock" if made else "bent", "iat")
    if ends is not None and now >= ends + LEEWAY:
        raise Refused("clock", "exp")
