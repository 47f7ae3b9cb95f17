"""The noun: a message from one of the municipality's systems, and what became of it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, BigInteger, CheckConstraint, Column, ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

STATES = ("waiting", "done", "older", "refused", "let_go")


class InboxMessage(SQLModel, table=True):
    """A message is known by its `message_id`: sent twice it has one effect.

    `waiting` for something that it names by `waits_for` and nobody has sent yet; `done`; `older` than what is there
    already (`version` counts for each `subject`); `refused`, with the `reason` for whoever looks after the systems; or
    `let_go` by them. `body` is emptied when it is done: what it said stands in the plan.
    """

    __tablename__ = "inbox_message"
    __table_args__ = (
        UniqueConstraint("system_id", "message_id", name="inbox_message_once"),
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="inbox_message_state"),
        CheckConstraint("(state = 'waiting') = (waits_for IS NOT NULL)", name="inbox_message_waits_for_something"),
        CheckConstraint("state <> 'refused' OR reason IS NOT NULL", name="inbox_message_refused_says_why"),
        ForeignKeyConstraint(["municipality_id"], ["municipality.code"], name="inbox_message_municipality"),
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="inbox_message_plan"
        ),
        Index("inbox_message_subject", "system_id", "type", "subject", "version"),
        Index("inbox_message_waits", "system_id", "state", "waits_for"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    system_id: UUID = Field(foreign_key="system.person_id")
    message_id: str
    type: str
    subject: str
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    body: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    state: str
    waits_for: str | None = None
    reason: str | None = None
    plan_id: UUID | None = None
    received_at: datetime
    settled_at: datetime | None = None
