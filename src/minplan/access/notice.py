"""The nouns: "there is something new", in the app, and the letter that says so by e-mail. Neither says what."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlmodel import Field, SQLModel

WHATS = ("news", "emergency", "handover", "supporter", "petition", "meeting", "seat")
STATES = ("waiting", "handing_over", "sent", "given_up")


class Notice(SQLModel, table=True):
    """Somebody is told that a plan has news. Of one kind about one plan they have one unread at most."""

    __table_args__ = (
        CheckConstraint(f"what IN ({', '.join(map(repr, WHATS))})", name="notice_what"),
        ForeignKeyConstraint(["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="notice_plan"),
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="notice_person"
        ),
        Index(
            "notice_unread_once", "person_id", "plan_id", "what",
            unique=True, sqlite_where=text("read_at IS NULL"), postgresql_where=text("read_at IS NULL"),
        ),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    plan_id: UUID
    person_id: UUID
    what: str
    at: datetime
    read_at: datetime | None = None


class Mail(SQLModel, table=True):
    """One e-mail to be sent once. `handing_over` is written before its last byte goes out, so that a crash in that
    moment never sends it twice. The address is looked up when it goes, and kept nowhere else."""

    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name="mail_state"),
        Index("mail_to_send", "state", "next_at"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    notice_id: UUID = Field(foreign_key="notice.id", unique=True)
    state: str = "waiting"
    attempts: int = 0
    next_at: datetime
    sent_at: datetime | None = None
