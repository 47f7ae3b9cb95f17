"""Goals and milestones as a system sends them: words of its own, until the citizen has said yes."""

from uuid import UUID

from minplan.sync.shapes.common import Ref, Shape, owned
from minplan.sync.shapes.goal import LandmarkState, Track
from minplan.sync.shapes.sent import Wording, read_only


class GoalSent(Shape):
    """A goal to suggest, with `title` and `track`. What it is called is the citizen's from their yes on."""

    title: Wording | None = owned("citizen", default=None)
    why: Wording | None = owned("citizen", default=None)
    track: Track | None = owned("municipality", default=None)
    id: UUID | None = read_only()
    plan: UUID | None = read_only()
    external_refs: list[Ref] | None = read_only()
    state: LandmarkState | None = read_only()
    reached: bool | None = read_only()


class MilestoneSent(Shape):
    """A milestone to suggest, with `goal` and `title`."""

    goal: UUID | Ref | None = owned("municipality", default=None)
    title: Wording | None = owned("citizen", default=None)
    id: UUID | None = read_only()
    plan: UUID | None = read_only()
    external_refs: list[Ref] | None = read_only()
    state: LandmarkState | None = read_only()
    track: Track | None = read_only()
    reached: bool | None = read_only()
