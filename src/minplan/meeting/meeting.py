"""The nouns: a meeting, and the points that somebody wants to talk about there."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, Column
from sqlmodel import Field, SQLModel

MODES = ("office", "phone", "video", "home", "walk", "other")


class Meeting(SQLModel, table=True):
    """A meeting of one plan. `people` are names as they were written; it lasts until `ends`."""

    __table_args__ = (
        CheckConstraint(f"mode IN {MODES!r}", name="meeting_mode"),
        CheckConstraint("starts < ends", name="meeting_lasts"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    starts: datetime
    ends: datetime
    place: str
    mode: str
    purpose_id: UUID | None = Field(default=None, foreign_key="text.id")
    people: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    position: int


class AgendaPoint(SQLModel, table=True):
    """Something to talk about; `by_name` is who wrote it on the list."""

    __tablename__ = "agenda_point"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    text_id: UUID = Field(foreign_key="text.id")
    by_name: str
    position: int
