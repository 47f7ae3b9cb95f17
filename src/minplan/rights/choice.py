"""The nouns: a place on the way where the citizen chooses, and what there is to choose between."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from minplan.rights.kinds import CHOICE_STATES, OPTION_STATES, one_of


class Choice(SQLModel, table=True):
    """A question with two to four options. What is chosen becomes a step below this milestone."""

    __table_args__ = (
        UniqueConstraint("id", "plan_id", name="choice_of_plan"),
        CheckConstraint(one_of("state", CHOICE_STATES), name="choice_state"),
        CheckConstraint("(state = 'open') = (chosen_on IS NULL)", name="choice_open_has_no_day"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    milestone_id: UUID = Field(foreign_key="milestone.id")
    track: str  # where the chosen step is drawn, and from whom it is hidden
    question_id: UUID = Field(foreign_key="text.id")
    state: str = "open"
    asked_on: date
    chosen_on: date | None = None
    by_id: UUID = Field(foreign_key="person.id")


class Option(SQLModel, table=True):
    """One of them: why, what it takes, what it means for the citizen's money, what is new where something like it was
    tried; and the step that it became."""

    __tablename__ = "choice_option"
    __table_args__ = (
        CheckConstraint(one_of("state", OPTION_STATES), name="option_state"),
        CheckConstraint("step_id IS NULL OR state = 'chosen'", name="option_step_was_chosen"),
        ForeignKeyConstraint(["choice_id", "plan_id"], ["choice.id", "choice.plan_id"], name="option_choice_of_plan"),
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="option_step_of_plan"),
        UniqueConstraint("choice_id", "position", name="option_position"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    choice_id: UUID = Field(index=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    position: int
    title_id: UUID = Field(foreign_key="text.id")
    why_id: UUID = Field(foreign_key="text.id")
    takes_id: UUID | None = Field(default=None, foreign_key="text.id")
    money_id: UUID | None = Field(default=None, foreign_key="text.id")
    new_id: UUID | None = Field(default=None, foreign_key="text.id")
    state: str = "open"
    step_id: UUID | None = None
