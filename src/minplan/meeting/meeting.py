"""The noun: a meeting, from the first time that somebody proposed until it is closed."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

MODES = ("office", "phone", "video", "home", "walk", "library", "other")
KINDS = ("talk", "law", "round", "family")
STATES = ("offered", "agreed", "open", "closed", "cancelled", "missed")
SIDES = ("citizen", "municipality")


def one_of(column: str, words: tuple[str, ...]) -> str:
    """The condition that a column holds one of these words."""
    return f"{column} IN ({', '.join(map(repr, words))})"


class Meeting(SQLModel, table=True):
    """A meeting of one plan; it lasts until `ends`.

    `offered`: a side (`offered_by`) has proposed times, and `starts` is the first of them. `agreed`: the time holds.
    `open`: it is going on. `closed`: both have gone home with a next step, `next_id`. `cancelled_by` is the side that
    called it off; `missed` blames nobody. `door` is how to find in, `link` where a video meeting is, `decides_id` what
    is to be decided, `not_today_id` what is not talked about this time, `reason_id` why it was moved or called off.
    `sequence` counts what calendars must hear of, `stirred` what the screens of those in the room must.
    """

    __table_args__ = (
        CheckConstraint(one_of("mode", MODES), name="meeting_mode"),
        CheckConstraint("starts < ends", name="meeting_lasts"),
        CheckConstraint(one_of("kind", KINDS), name="meeting_kind"),
        CheckConstraint(one_of("state", STATES), name="meeting_state"),
        CheckConstraint("(state = 'offered') = (offered_by IS NOT NULL)", name="meeting_offered_by_a_side"),
        CheckConstraint("(state = 'cancelled') = (cancelled_by IS NOT NULL)", name="meeting_cancelled_by_a_side"),
        CheckConstraint("state NOT IN ('open', 'closed') OR opened_at IS NOT NULL", name="meeting_opened"),
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="meeting_closed"),
        CheckConstraint("state <> 'closed' OR next_id IS NOT NULL", name="meeting_closed_with_next_step"),
        ForeignKeyConstraint(["next_id", "plan_id"], ["step.id", "step.plan_id"], name="meeting_next_step_of_plan"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    kind: str = "talk"
    state: str = "agreed"
    starts: datetime
    ends: datetime
    place: str
    mode: str
    door: str | None = None
    link: str | None = None
    purpose_id: UUID | None = Field(default=None, foreign_key="text.id")
    decides_id: UUID | None = Field(default=None, foreign_key="text.id")
    not_today_id: UUID | None = Field(default=None, foreign_key="text.id")
    reason_id: UUID | None = Field(default=None, foreign_key="text.id")
    booked_by: UUID | None = Field(default=None, foreign_key="person.id")
    offered_by: str | None = None
    answer_by: date | None = None
    cancelled_by: str | None = None
    sequence: int = 0
    moved_at: datetime | None = None
    moved_by: str | None = None
    arrived_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    next_id: UUID | None = None
    stirred: int = 0
    position: int
