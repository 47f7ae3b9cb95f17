"""Goals and milestones as a system reads them."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from minplan.sync.shapes.common import Ref, Said, Shape, Track, owned

LandmarkState = Literal["suggested", "agreed"]


class Goal(Shape):
    """A goal to which something in the case leads. Its words are null where the citizen has kept them; one that is
    `suggested` waits for the citizen's answer."""

    id: UUID
    plan: UUID
    external_refs: list[Ref]
    state: LandmarkState = "agreed"
    title: Said | None = owned("citizen")
    why: Said | None = owned("citizen")
    track: Track
    reached: bool = Field(description="Whether every landmark of it in the case is reached.")


class Milestone(Shape):
    """A landmark on the way to a goal. Its title is null where the citizen has kept it."""

    id: UUID
    plan: UUID
    goal: UUID
    external_refs: list[Ref]
    state: LandmarkState = "agreed"
    title: Said | None = owned("citizen")
    track: Track
    reached: bool = Field(description="Whether the steps of the case that lead there lie behind, and one was done.")


class Win(Shape):
    """Something that went well, which the citizen has made a part of the case."""

    id: UUID
    plan: UUID
    text: Said | None = owned("citizen")
    on: date = owned("citizen")
    step: UUID | None
