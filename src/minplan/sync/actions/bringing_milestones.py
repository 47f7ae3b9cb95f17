"""A milestone that comes from a system: suggested on the way to a goal in the case."""

from uuid import UUID

from minplan import journey
from minplan.sync import owners
from minplan.sync.actions import suggesting
from minplan.sync.actions.bringing_goals import was_turned_down
from minplan.sync.actions.meant import by_our_id, missing, must, must_stay, place_faults
from minplan.sync.actions.work import Work
from minplan.sync.read.shelves import one_in
from minplan.sync.shapes.goal import Milestone
from minplan.sync.shapes.landmarks_sent import MilestoneSent

SENT = MilestoneSent
ASKED = frozenset({"title"})
ANEW = True


def read(work: Work, id: UUID) -> Milestone:
    """The milestone. Raises Problem."""
    found: Milestone = one_in(work.caller, work.found, "milestone", id)
    return found


def settled(work: Work, sent: MilestoneSent) -> MilestoneSent:
    """What is sent, its goal by our id. Raises Problem where nobody has sent that yet."""
    found: MilestoneSent = by_our_id(work, sent, "goal")
    return found


def waits(work: Work, id: UUID) -> bool:
    """Whether the citizen has not answered."""
    return suggesting.waiting(work, "milestone", id) is not None


def is_lost(work: Work, id: UUID) -> bool:
    """Whether it was turned down."""
    return was_turned_down(work, id)


def add(work: Work, sent: MilestoneSent) -> UUID:
    """A new suggestion. Raises Problem."""
    here = {each.id for each in work.found.part.goals}
    suggested = isinstance(sent.goal, UUID) and suggesting.waiting(work, "goal", sent.goal) is not None
    must(missing(sent, "goal", "title") + place_faults("goal", sent.goal, here, suggested))
    assert isinstance(sent.goal, UUID) and sent.title
    command = journey.NewMilestone(goal=sent.goal, title=sent.title.new)
    made = journey.add_milestone(work.by, work.plan_id, command).subject_id
    assert made
    return made


def changed(sent: MilestoneSent, current: Milestone) -> frozenset[str]:
    """What is sent otherwise than it stands."""
    return owners.changed(sent, current)


def change(work: Work, id: UUID, sent: MilestoneSent, current: Milestone, names: frozenset[str]) -> None:  # noqa: ARG001
    """Nothing of a milestone that is agreed is a system's to change. Raises Problem."""
    must_stay(names, *names)


def whole(current: Milestone) -> MilestoneSent:
    """The milestone as it would be sent."""
    return MilestoneSent.model_validate(current.model_dump(include={"goal", "title"}))


def take_back(work: Work, id: UUID) -> None:
    """Take an own suggestion back. Raises NotAllowed."""
    suggesting.take_back(work, "milestone", id)
