"""The nouns: a keepsake that its citizen shows to somebody, who was shown it, and a step that builds on one."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel


class Showing(SQLModel, table=True):
    """One keepsake, shown for one meeting to the people named; without a meeting to whoever works with the plan.

    It is over when the citizen took it back (`ended_at`), and when the meeting is. `agreed` is the day of the wording
    that the citizen said yes to.
    """

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    keepsake_id: UUID = Field(foreign_key="keepsake.id", index=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", index=True)
    at: datetime
    agreed: str
    ended_at: datetime | None = None


class ShownTo(SQLModel, table=True):
    """Somebody who was shown it: when they said that they have read it, and their sentence (`words`), locked too."""

    __tablename__ = "shown_to"
    __table_args__ = (UniqueConstraint("showing_id", "person_id", name="shown_to_once"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    showing_id: UUID = Field(foreign_key="showing.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    read_at: datetime | None = None
    words: bytes | None = None


class BuildsOn(SQLModel, table=True):
    """A step that was proposed because of a strength."""

    __tablename__ = "builds_on"
    __table_args__ = (
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="builds_on_step_of_plan"),
    )

    step_id: UUID = Field(primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id")
    keepsake_id: UUID = Field(foreign_key="keepsake.id", index=True)
