"""The nouns: where a system wants to hear that there is something new, and each time that it was told."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from minplan.sync.feed_item import WHATS

STATES = ("on", "paused", "gone")
DELIVERY_STATES = ("waiting", "handing_over", "delivered", "given_up")
UNHEARD = "no_longer_heard"  # the log says of it neither what it was nor of which plan


class Webhook(SQLModel, table=True):
    """An address of a system. `generation` makes its secret, `before` the one that still signs until `turns_at`.

    `told` is the number in the feed up to which deliveries have been made out. `gone`: it answered 410.
    """

    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="webhook_state"),
        ForeignKeyConstraint(["municipality_id"], ["municipality.code"], name="webhook_municipality"),
        Index("webhook_of_system", "system_id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    system_id: UUID = Field(foreign_key="system.person_id")
    url: str
    state: str = "on"
    generation: int = 1
    before: int | None = None
    turns_at: datetime | None = None
    told: int = Field(default=0, sa_column=Column(BigInteger, nullable=False))
    made_at: datetime


class Delivery(SQLModel, table=True):
    """One nudge about one item of the feed. Its id is the event's: a receiver that gets it twice knows it again.

    Of one plan only the oldest that is not settled is due, so that order is kept. `tells` is what it says became of the
    subject, at each try the same. `status` is what the receiver answered last, `problem` why there was no answer.
    """

    __table_args__ = (
        UniqueConstraint("webhook_id", "number", name="delivery_once"),
        CheckConstraint(f"tells IN ({', '.join(map(repr, WHATS))})", name="delivery_tells"),
        CheckConstraint(f"state IN ({', '.join(map(repr, DELIVERY_STATES))})", name="delivery_state"),
        CheckConstraint("(settled_at IS NULL) = (state IN ('waiting', 'handing_over'))", name="delivery_settled"),
        # What is settled is in nobody's way, however much of it there is.
        Index(
            "delivery_unsettled", "webhook_id", "number",
            sqlite_where=text("settled_at IS NULL"), postgresql_where=text("settled_at IS NULL"),
        ),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    webhook_id: UUID = Field(foreign_key="webhook.id")
    number: int = Field(sa_column=Column(BigInteger, nullable=False))
    plan_id: UUID
    tells: str
    state: str = "waiting"
    attempts: int = 0
    next_at: datetime
    status: int | None = None
    problem: str | None = None
    took_ms: int | None = None
    made_at: datetime
    settled_at: datetime | None = None
