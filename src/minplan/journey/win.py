"""The noun: a small win, or praise that arrives as a card."""

from datetime import date
from uuid import UUID, uuid4

from pydantic import BaseModel
from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from minplan.words import NewText


class Win(SQLModel, table=True):
    """Something that went well. `by_name` is who says it, None when the citizen does.

    What somebody says whom the citizen lets stand by them is for the citizen alone: `audience` is then "citizen".
    """

    __table_args__ = (CheckConstraint("audience IN ('all', 'citizen')", name="win_audience"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    text_id: UUID = Field(foreign_key="text.id")
    on: date
    by_name: str | None = None
    step_id: UUID | None = Field(default=None, foreign_key="step.id")
    position: int
    audience: str = "all"
    praised: bool = False  # the contact person has answered a citizen's win with a sentence


class NewWin(BaseModel):
    """A win to add, on a step or on its own."""

    text: NewText
    step: UUID | None = None
