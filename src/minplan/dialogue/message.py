"""The noun: one message of a thread. Never changed, never removed."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from minplan.dialogue.kinds import MESSAGES, WORDLESS


class Message(SQLModel, table=True):
    """What somebody said: the call, an answer, a new promised day, or just words. `revision` is the plan's then."""

    __table_args__ = (
        UniqueConstraint("thread_id", "number", name="message_one_per_number"),
        CheckConstraint(f"kind IN {MESSAGES!r}", name="message_kind"),
        CheckConstraint(f"text_id IS NOT NULL OR kind IN {WORDLESS!r}", name="message_says_something"),
        CheckConstraint("(kind = 'promised') = (promised IS NOT NULL)", name="message_promise_names_day"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    thread_id: UUID = Field(foreign_key="thread.id")
    number: int
    kind: str
    text_id: UUID | None = Field(default=None, foreign_key="text.id")
    by_id: UUID = Field(foreign_key="person.id")
    at: datetime
    revision: int
    promised: date | None = None
