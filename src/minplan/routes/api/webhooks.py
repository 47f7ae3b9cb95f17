"""Where a system is told that there is something new."""

from functools import partial
from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.sync import hooks
from minplan.sync.shapes import (
    Deliveries,
    Webhook,
    Webhooks,
    WebhookSecret,
    WebhookSent,
    WebhookStateSent,
)

_SCOPE = "webhooks:write"
_NEW = "Be told from now on: a signed event for each change, at an address of a listed host. The secret is said once."
_TURN = "Another secret. For a day both sign."
_STATE = "Pause it, or turn it on; then all that waits is tried at once."
_LOG = "What it was told lately, and what came of it, the newest first."


@operation("POST", "/webhooks", "addWebhook", _SCOPE, _NEW, answers={201: WebhookSecret}, body=WebhookSent, once=True,
           refusals=("exists", "conflict"))  # fmt: skip
def add_webhook(caller: sync.Caller, body: WebhookSent, once: sync.Once | None) -> Answer:
    again = partial(hooks.webhook_with_secret, caller)
    found = sync.do_once(caller, once, lambda: hooks.add_webhook(caller, body.url), again)
    return Answer(found.resource, 201, location=f"/api/v1/webhooks/{found.id}")


@operation("GET", "/webhooks", "listWebhooks", _SCOPE, "The caller's.", answers={200: Webhooks})
def list_webhooks(caller: sync.Caller) -> Answer:
    return Answer(hooks.webhooks(caller))


@operation("GET", "/webhooks/{webhook}", "getWebhook", _SCOPE, "One of them.", answers={200: Webhook})
def get_webhook(caller: sync.Caller, webhook: UUID) -> Answer:
    found = hooks.webhook(caller, webhook)
    return Answer(found, etag=sync.etag_of(found))


@operation("DELETE", "/webhooks/{webhook}", "endWebhook", _SCOPE, "Be told no more.", answers={204: None})
def end_webhook(caller: sync.Caller, webhook: UUID) -> Answer:
    hooks.end_webhook(caller, webhook)
    return Answer(status=204)


@operation("PUT", "/webhooks/{webhook}/state", "setWebhookState", _SCOPE, _STATE, answers={200: Webhook},
           body=WebhookStateSent)  # fmt: skip
def set_webhook_state(caller: sync.Caller, webhook: UUID, body: WebhookStateSent) -> Answer:
    hooks.set_state(caller, webhook, body.state)
    return get_webhook(caller, webhook)


@operation("POST", "/webhooks/{webhook}/secret", "renewWebhookSecret", _SCOPE, _TURN, answers={200: WebhookSecret},
           once=True)  # fmt: skip
def renew_webhook_secret(caller: sync.Caller, webhook: UUID, once: sync.Once | None) -> Answer:
    again = partial(hooks.webhook_with_secret, caller)
    found = sync.do_once(caller, once, lambda: hooks.renew_secret(caller, webhook), again)
    return Answer(found.resource, etag=sync.etag_of(hooks.webhook(caller, webhook)))


@operation("GET", "/webhooks/{webhook}/deliveries", "listDeliveries", _SCOPE, _LOG, answers={200: Deliveries})
def list_deliveries(caller: sync.Caller, webhook: UUID) -> Answer:
    return Answer(hooks.deliveries(caller, webhook))
