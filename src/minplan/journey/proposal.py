"""The noun: something one side proposes and the other answers. Until then the agreement stands."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID, uuid4

from pydantic import BaseModel
from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from minplan.journey.commands import When
from minplan.words import NewText

WHAT = ("step", "goal", "milestone", "title", "why", "when", "rest", "detour")
PENDING = ("open", "talk")

Answer = Literal["yes", "adjust", "no", "talk"]


class Proposal(SQLModel, table=True):
    """A proposal about a step, a goal or a plan. `to` is who answers; the municipality's answer has a promised day."""

    __table_args__ = (
        CheckConstraint(f"what IN {WHAT!r}", name="proposal_what"),
        CheckConstraint("\"to\" IN ('citizen', 'municipality')", name="proposal_to"),
        CheckConstraint("status IN ('open', 'talk', 'yes', 'adjusted', 'no', 'withdrawn')", name="proposal_status"),
        CheckConstraint("\"to\" <> 'municipality' OR promised IS NOT NULL", name="proposal_has_promise"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    what: str
    step_id: UUID | None = Field(default=None, foreign_key="step.id")
    goal_id: UUID | None = Field(default=None, foreign_key="goal.id")
    text_id: UUID | None = Field(default=None, foreign_key="text.id")
    why_id: UUID | None = Field(default=None, foreign_key="text.id")
    track: str | None = None
    when_on: date | None = None
    when_at: datetime | None = None
    until: date | None = None
    by_id: UUID = Field(foreign_key="person.id")
    at: datetime
    to: str
    promised: date | None = None
    status: str = "open"
    answer_id: UUID | None = Field(default=None, foreign_key="text.id")
    answered_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    answered_at: datetime | None = None


class ProposalAnswer(BaseModel):
    """An answer: yes, adjusted (with the words or the day that fit), no thanks, or let us talk about it."""

    answer: Answer
    text: NewText | None = None
    when: When = When()
    because: NewText | None = None
