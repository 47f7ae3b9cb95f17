"""The nouns: what a step may and will not lead to, and whether it makes sense to the citizen."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from minplan.rights.kinds import SENSES, one_of


class Prospect(SQLModel, table=True):
    """What the municipality says about a step, each part a text: what it can give, what it does not promise, what it
    takes, what comes afterwards, what it means for the citizen's money, and what is new where something like it was
    tried.

    `money_asked` is the day on which the benefits office was asked, while nobody knows the answer. `no_decision` is the
    day on which somebody said that no decision lies below the step: whoever was never asked has not said so.
    """

    __table_args__ = (
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="prospect_step_of_plan"),
    )

    step_id: UUID = Field(primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    gives_id: UUID | None = Field(default=None, foreign_key="text.id")
    promises_not_id: UUID | None = Field(default=None, foreign_key="text.id")
    takes_id: UUID | None = Field(default=None, foreign_key="text.id")
    afterwards_id: UUID | None = Field(default=None, foreign_key="text.id")
    money_id: UUID | None = Field(default=None, foreign_key="text.id")
    new_id: UUID | None = Field(default=None, foreign_key="text.id")
    money_asked: date | None = None
    no_decision: date | None = None
    by_id: UUID = Field(foreign_key="person.id")
    at: datetime


class Sense(SQLModel, table=True):
    """What the citizen answered when asked whether a step makes sense to them."""

    __table_args__ = (
        CheckConstraint(one_of("answer", SENSES), name="sense_answer"),
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="sense_step_of_plan"),
    )

    step_id: UUID = Field(primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    answer: str
    at: datetime
