"""The webhooks of a system, and what they were told, as it and whoever looks after it read them."""

from typing import Any
from uuid import UUID

from minplan import clock, config, db
from minplan.sync import signing
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.shapes.webhook import Deliveries, Told, Webhook, Webhooks, WebhookSecret
from minplan.sync.store import deliveries as log, webhooks as store
from minplan.sync.webhook import DELIVERY_STATES, UNHEARD

MOST = 200


def webhooks(caller: Caller) -> Webhooks:
    """All of a system."""
    with db.reading() as connection:
        return Webhooks(items=[Webhook(**_told(row)) for row in store.of_system(connection, caller.person_id)])


def webhook(caller: Caller, id: UUID) -> Webhook:
    """One of them. Raises Problem."""
    return Webhook(**_told(_found(caller, id)))


def webhook_with_secret(caller: Caller, id: UUID) -> WebhookSecret:
    """The same, for whoever has just made it and did not hear the answer. Raises Problem."""
    return with_secret(_found(caller, id))


def with_secret(row: Any) -> WebhookSecret:
    """A webhook with the secret that signs from now on."""
    secret = signing.secret(config.settings().number_key, row.id, row.generation)
    return WebhookSecret(**_told(row), secret=signing.shown(secret))


def deliveries(caller: Caller, id: UUID | None = None, failed: bool = False, most: int = MOST) -> Deliveries:
    """What one of its webhooks was told, or all of them, the newest first; only what was given up. Raises Problem."""
    with db.reading() as connection:
        theirs = [row.id for row in store.of_system(connection, caller.person_id)]
        if id is not None and id not in theirs:
            raise Problem("not-found")
        rows = log.newest(connection, [id] if id else theirs, failed, most)
    return Deliveries(items=[_delivery(row) for row in rows])


def delivery_counts() -> dict[str, int]:
    """How many of the house are in each state."""
    with db.reading() as connection:
        found = log.counts(connection)
    return {state: found.get(state, 0) for state in DELIVERY_STATES}


def _found(caller: Caller, id: UUID) -> Any:
    with db.reading() as connection:
        row = next((row for row in store.of_system(connection, caller.person_id) if row.id == id), None)
    if row is None:
        raise Problem("not-found")
    return row


def _told(row: Any) -> dict[str, Any]:
    turns = row.turns_at if row.turns_at and row.turns_at > clock.now() else None
    return {"id": row.id, "url": row.url, "state": row.state, "both_sign_until": turns, "made_at": row.made_at}


def _delivery(row: Any) -> Told:
    """What was kept from the system in the end is kept from it here too."""
    is_heard = row.problem != UNHEARD
    same = ("id", "state", "attempts", "status", "problem", "took_ms", "made_at", "settled_at")
    return Told(
        type=f"dk.minplan.{row.type}.{row.tells}.v1" if row.type and is_heard else None,
        plan=row.plan_id if is_heard else None,
        next_at=None if row.settled_at else row.next_at,
        **{name: getattr(row, name) for name in same},
    )
