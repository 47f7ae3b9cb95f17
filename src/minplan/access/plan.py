"""The noun: a plan's cover. Whose it is, its revision, and the few things it says about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from minplan.access.membership import Member
from minplan.access.municipality import HOME
from minplan.words import Words


class Plan(SQLModel, table=True):
    """One citizen's plan. `revision` rises with every change below it; the journey writes the rest.

    The next step is stored here and nowhere else, and can only be a step of this very plan.
    """

    __table_args__ = (
        ForeignKeyConstraint(
            ["next_step_id", "id"],
            ["step.id", "step.plan_id"],
            name="plan_next_step_is_its_own",
            use_alter=True,
            deferrable=True,
            initially="DEFERRED",
        ),
        ForeignKeyConstraint(
            ["horizon_id"], ["text.id"], name="plan_horizon", use_alter=True, deferrable=True, initially="DEFERRED"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "citizen_id"], ["person.municipality_id", "person.id"], name="plan_citizen"
        ),
        UniqueConstraint("municipality_id", "id", name="plan_of_municipality"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str = HOME
    citizen_id: UUID = Field(unique=True)
    revision: int = 0
    next_step_id: UUID | None = None
    horizon_id: UUID | None = None
    token: str | None = None
    seen_revision: int = 0  # how far the citizen has said "I have seen it"
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PlanCover:
    """The cover as it is read. `gone` are those whose place has ended: what they did still has their name.

    `systems` are those of the municipality by name, also those that have ended: what they sent has a name too.
    `yes_until` is the nearest last day of what the citizen has said yes to, or None; `chooses` whether something waits
    for them to choose, which is theirs alone to be told.
    """

    id: UUID
    revision: int
    next_step_id: UUID | None
    horizon_id: UUID | None
    token: str | None
    citizen_id: UUID
    citizen_name: str
    citizen_language: str
    created_at: datetime
    horizon: Words | None
    municipality_id: str
    gone: tuple[Member, ...] = ()
    yes_until: date | None = None
    chooses: bool = False
    systems: Mapping[UUID, str] = field(default_factory=dict)

    def has_a_yes_that_is_over(self, today: date) -> bool:
        """Whether something is shown by a yes whose last day lies behind."""
        return self.yes_until is not None and self.yes_until < today
