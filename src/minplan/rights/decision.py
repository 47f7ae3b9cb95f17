"""The noun: a decision on which a step rests. It is not there before somebody has called the citizen."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from minplan.rights.kinds import REACHED, one_of


class Decision(SQLModel, table=True):
    """What was decided, and the call before it: on which day, and whether they spoke or it was tried.

    `received` is the day on which the citizen got the letter, said by them: from it the day to complain is counted.
    """

    __table_args__ = (
        CheckConstraint(one_of("reached", REACHED), name="decision_reached"),
        CheckConstraint("decided IS NULL OR called <= decided", name="decision_called_before"),
        CheckConstraint(
            "received IS NULL OR (decided IS NOT NULL AND received >= decided)", name="decision_received_after"
        ),
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="decision_step_of_plan"),
    )

    step_id: UUID = Field(primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    what_id: UUID = Field(foreign_key="text.id")
    called: date
    reached: str
    decided: date | None = None
    received: date | None = None
    by_id: UUID = Field(foreign_key="person.id")
    at: datetime
