"""Webhooks: what a system may ask, what its humans may, and the worker that tells."""

from minplan.sync.actions.hooking import add_webhook, end_webhook, renew_secret, replay, set_state
from minplan.sync.actions.telling import Telling, Trouble
from minplan.sync.read.systems import as_system
from minplan.sync.read.webhooks import deliveries, delivery_counts, webhook, webhook_with_secret, webhooks
from minplan.sync.shapes.webhook import Told

__all__ = [
    "Telling", "Told", "Trouble", "add_webhook", "as_system", "deliveries", "delivery_counts", "end_webhook",
    "renew_secret", "replay", "set_state", "webhook", "webhook_with_secret", "webhooks",
]  # fmt: skip
