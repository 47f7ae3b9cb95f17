"""Rule: how a receiver knows that an event is from this house (Standard Webhooks 1.0, symmetric)."""

import hmac
from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID


def secret(key: str, webhook: UUID, generation: int) -> bytes:
    """The secret of a webhook, 32 bytes. Made from the house's `key` each time: none is stored."""
    return hmac.digest(key.encode(), f"webhook:{webhook}:{generation}".encode(), "sha256")


def shown(secret: bytes) -> str:
    """A secret as it is given to whoever receives."""
    return f"whsec_{b64encode(secret).decode()}"


def headers(id: UUID, at: datetime, body: bytes, secrets: Iterable[bytes]) -> dict[str, str]:
    """What goes with a body: one signature for each secret that is known just now."""
    moment = str(int(at.timestamp()))
    signed = b".".join((str(id).encode(), moment.encode(), body))
    signatures = (b64encode(hmac.digest(each, signed, "sha256")).decode() for each in secrets)
    return {
        "webhook-id": str(id),
        "webhook-timestamp": moment,
        "webhook-signature": " ".join(f"v1,{each}" for each in signatures),
    }
