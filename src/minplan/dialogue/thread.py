"""The noun: one call and all that follows on it."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from minplan.dialogue.kinds import STATES, TOPICS


class Thread(SQLModel, table=True):
    """A call on the plan, or on one of its own steps. While it is open it has since when and a promised day."""

    __table_args__ = (
        CheckConstraint(f"topic IN {TOPICS!r}", name="thread_topic"),
        CheckConstraint(f"state IN {STATES!r}", name="thread_state"),
        CheckConstraint("(state = 'open') = (since IS NOT NULL)", name="thread_open_has_since"),
        CheckConstraint("(state = 'open') = (promised IS NOT NULL)", name="thread_open_has_promise"),
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="thread_step_is_of_its_plan"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    step_id: UUID | None = None
    topic: str
    state: str
    asked_on: date
    since: date | None = None
    promised: date | None = None
    last_number: int = 0  # that of its newest message
