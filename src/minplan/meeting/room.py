"""The nouns of the hour itself: who is at the table with which screen, and what somebody writes for themselves."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from minplan.meeting.meeting import SIDES, one_of


class JoinCode(SQLModel, table=True):
    """Lets one device in to one meeting, once, until `expires_at`. The code itself is kept nowhere.

    `device` is the key of the sign-in that it became.
    """

    __tablename__ = "join_code"
    __table_args__ = (Index("join_code_over", "expires_at"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id")
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    code_hash: str = Field(unique=True)
    made_by: UUID = Field(foreign_key="person.id")
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    device: str | None = None


class Presence(SQLModel, table=True):
    """One screen in the room: whose, which field it is touching, and the ready sentence that it holds up (`says`)."""

    __table_args__ = (CheckConstraint(one_of("side", SIDES), name="presence_side"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", primary_key=True)
    screen: str = Field(primary_key=True)  # drawn by the page, and nobody's name
    person_id: UUID = Field(foreign_key="person.id")
    side: str
    name: str
    touching: str | None = None
    says: str | None = None
    seen_at: datetime


class Note(SQLModel, table=True):
    """What somebody writes for themselves at a meeting; nobody else reads it until they share it as a text.

    A device at the table reads only what was typed on it: `seat` is the key of its sign-in.
    """

    __table_args__ = (
        ForeignKeyConstraint(["plan_id"], ["plan.id"], name="note_plan"),
        CheckConstraint("(shared_id IS NULL) = (shared_at IS NULL)", name="note_shared"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    by_id: UUID = Field(foreign_key="person.id", index=True)
    body: str = ""
    lang: str
    seat: str | None = None
    version: int = 1
    at: datetime
    shared_id: UUID | None = Field(default=None, foreign_key="text.id")
    shared_at: datetime | None = None


class CalendarFeed(SQLModel, table=True):
    """The address at which a person's own calendar fetches when they meet somebody. Its key is kept hashed."""

    __tablename__ = "calendar_feed"
    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="calendar_feed_person"
        ),
    )

    person_id: UUID = Field(primary_key=True)
    municipality_id: str
    key_hash: str = Field(unique=True)
    made_at: datetime
