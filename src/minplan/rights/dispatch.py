"""The noun: what a citizen sends to the municipality's official mailbox, and its receipt."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from minplan.rights.kinds import DISPATCH_STATES, DISPATCHES, one_of


class Dispatch(SQLModel, table=True):
    """A complaint, a request for access and so on, in the citizen's own words. `number` stands on the receipt.

    `letter_id` is the whole letter as it was written, with its Danish frame; `about_id` what was decided at that time.
    That is what goes out and what the receipt shows, whatever becomes of the decision and of the names in the plan.
    `handing_over` is written before its last byte goes out, so that a crash in that moment never sends it twice.
    `mailbox` is where it went, as it was then; `answer_by` the day that the law gives the municipality, where certain,
    and nobody says one before it was sent.
    """

    __table_args__ = (
        CheckConstraint(one_of("kind", DISPATCHES), name="dispatch_kind"),
        CheckConstraint(one_of("state", DISPATCH_STATES), name="dispatch_state"),
        CheckConstraint("state <> 'sent' OR (sent_at IS NOT NULL AND mailbox IS NOT NULL)", name="dispatch_sent"),
        CheckConstraint("answer_by IS NULL OR state = 'sent'", name="dispatch_answered_once_sent"),
        ForeignKeyConstraint(["step_id", "plan_id"], ["step.id", "step.plan_id"], name="dispatch_step_of_plan"),
        Index("dispatch_to_send", "state", "next_at"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    step_id: UUID | None = None
    kind: str
    number: str = Field(unique=True)
    text_id: UUID = Field(foreign_key="text.id")
    letter_id: UUID = Field(foreign_key="text.id")
    about_id: UUID | None = Field(default=None, foreign_key="text.id")
    by_id: UUID = Field(foreign_key="person.id")
    at: datetime
    answer_by: date | None = None
    state: str = "waiting"
    attempts: int = 0
    next_at: datetime
    sent_at: datetime | None = None
    mailbox: str | None = None
