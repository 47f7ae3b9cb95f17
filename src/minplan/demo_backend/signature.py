"""Rule: whether an event is from minplan (Standard Webhooks 1.0): signed with our secret, and not an old one again."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping

OLDEST = 300  # seconds


def holds(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> bool:
    """True where one of the signatures is of this `whsec_…` secret, and its time within five minutes of `now`."""
    headers = {name.lower(): value for name, value in headers.items()}
    moment = headers.get("webhook-timestamp", "")
    if not secret or not (moment.isascii() and moment.isdigit() and len(moment) < 12):
        return False
    signed = b".".join((headers.get("webhook-id", "").encode(), moment.encode(), body))
    right = b64encode(hmac.digest(b64decode(secret.removeprefix("whsec_")), signed, "sha256"))
    given = headers.get("webhook-signature", "").encode().split()
    return abs(now - int(moment)) <= OLDEST and any(hmac.compare_digest(each, b"v1," + right) for each in given)
