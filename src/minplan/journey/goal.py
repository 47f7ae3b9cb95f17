"""The nouns goal and milestone: what stands at the horizon, and the landmarks on the way there."""

from typing import Literal
from uuid import UUID, uuid4

from pydantic import BaseModel
from sqlmodel import Field, SQLModel

from minplan.words import NewText

Track = Literal["work", "health", "family", "economy", "community"]


class Goal(SQLModel, table=True):
    """A goal in somebody's words, on one track."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    title_id: UUID = Field(foreign_key="text.id")
    why_id: UUID | None = Field(default=None, foreign_key="text.id")
    track: str
    position: int


class Milestone(SQLModel, table=True):
    """A landmark on the way to a goal; it may have no steps yet."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    goal_id: UUID = Field(foreign_key="goal.id")
    title_id: UUID = Field(foreign_key="text.id")
    position: int


class NewGoal(BaseModel):
    """A goal to add."""

    title: NewText
    why: NewText | None = None
    track: Track


class NewMilestone(BaseModel):
    """A milestone to add to a goal."""

    goal: UUID
    title: NewText
