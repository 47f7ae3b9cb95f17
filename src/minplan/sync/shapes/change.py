"""Changes as a system reads them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from minplan.sync.shapes.common import Shape
from minplan.sync.shapes.consent import Consent
from minplan.sync.shapes.goal import Goal, Milestone, Win
from minplan.sync.shapes.meeting import Agreement, Meeting
from minplan.sync.shapes.plan import Citizen, Plan
from minplan.sync.shapes.step import Step

ChangeType = Literal[
    "plan", "citizen", "goal", "milestone", "step", "win", "meeting", "agreement", "consent"
]  # fmt: skip
Resource = Plan | Citizen | Goal | Milestone | Step | Win | Meeting | Agreement | Consent


class Subject(Shape):
    """What changed."""

    type: ChangeType
    id: UUID


class Change(Shape):
    """One change, in the order in which changes were committed; of a plan each comes after the one before it.

    `id` is the same each time that it is read. `data` is how the resource is now, which may be newer than the change;
    null where it is no part of the case (any more), and then `deleted` is true. `origin` is the system whose doing it
    was; of people the feed does not tell.
    """

    cursor: str
    id: UUID
    type: str = Field(pattern=r"^dk\.minplan\.[a-z]+\.(created|updated|deleted)\.v1$")
    plan: UUID
    subject: Subject
    at: datetime
    origin: str | None
    deleted: bool
    etag: str | None
    data: Resource | None


class Changes(Shape):
    """A part of the feed. Go on from `next`, which is always there; with `more` there is more to read at once."""

    items: list[Change]
    next: str
    more: bool


class Following(BaseModel):
    """From where on, and what of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    after: str | None = Field(
        default=None, max_length=100, description="What `next` said; 0 is the oldest that is kept; none is now."
    )
    limit: int = Field(default=50, ge=1, le=200, description="How many at most.")
    types: str | None = Field(
        default=None, max_length=200, pattern=r"^[a-z]+(,[a-z]+)*$", description="Only these, separated by commas."
    )
    plan: UUID | None = Field(default=None, description="Only of this plan.")
    own: bool = Field(default=False, description="Also what the caller has brought about itself.")
    wait: int = Field(default=0, ge=0, le=25, description="Seconds to wait for something new before the answer.")
