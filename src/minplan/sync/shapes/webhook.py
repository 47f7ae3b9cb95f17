"""Webhooks as a system asks for them and reads them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from minplan.sync.egress import LONGEST
from minplan.sync.shapes.common import Shape


class WebhookSent(Shape):
    """Where events are to be sent: https, and a host that the house's operator has listed."""

    url: str = Field(max_length=LONGEST, pattern="^https?://")


class WebhookStateSent(Shape):
    """Whether it is told. What is new meanwhile waits."""

    state: Literal["on", "paused"]


class Webhook(Shape):
    """An address that is told. `gone`: it answered 410, and is told nothing until it is `on` again.

    Until `both_sign_until` the secret that was signs beside the one that is.
    """

    id: UUID
    url: str
    state: Literal["on", "paused", "gone"]
    both_sign_until: datetime | None
    made_at: datetime


class WebhookSecret(Webhook):
    """The same with its secret, which is said when it is made and never again."""

    secret: str = Field(pattern="^whsec_[A-Za-z0-9+/]{43}=$")


class Webhooks(Shape):
    """Those of the caller, ten at most."""

    items: list[Webhook]


class Told(Shape):
    """One event and what came of it. `status` is what was answered last; `problem` why there was no answer. What is no
    longer heard has neither `type` nor `plan`."""

    id: UUID
    type: str | None
    plan: UUID | None
    state: Literal["waiting", "handing_over", "delivered", "given_up"]
    attempts: int
    status: int | None
    problem: str | None
    took_ms: int | None
    made_at: datetime
    next_at: datetime | None
    settled_at: datetime | None


class Deliveries(Shape):
    """The newest events of a webhook first, two hundred at most."""

    items: list[Told]
