"""A goal that comes from a system: suggested, and the citizen's from their yes on."""

from uuid import UUID

from minplan import journey
from minplan.errors import NotFound
from minplan.sync import owners
from minplan.sync.actions import suggesting
from minplan.sync.actions.meant import missing, must, must_stay
from minplan.sync.actions.work import Work
from minplan.sync.problem import Pointed
from minplan.sync.read.shelves import one_in
from minplan.sync.shapes.goal import Goal
from minplan.sync.shapes.landmarks_sent import GoalSent

SENT = GoalSent
ASKED = frozenset({"title", "why"})
ANEW = True


def read(work: Work, id: UUID) -> Goal:
    """The goal. Raises Problem."""
    found: Goal = one_in(work.caller, work.found, "goal", id)
    return found


def settled(work: Work, sent: GoalSent) -> GoalSent:  # noqa: ARG001 - it names nothing else
    """What is sent."""
    return sent


def waits(work: Work, id: UUID) -> bool:
    """Whether the citizen has not answered."""
    return suggesting.waiting(work, "goal", id) is not None


def is_lost(work: Work, id: UUID) -> bool:
    """Whether it was turned down."""
    return was_turned_down(work, id)


def was_turned_down(work: Work, id: UUID) -> bool:
    """Whether the suggestion by this id has a no for its answer."""
    try:
        return journey.proposal(work.found.view, work.found.way, id).status == "no"
    except NotFound:
        return False


def add(work: Work, sent: GoalSent) -> UUID:
    """A new suggestion. Raises Problem."""
    faults = missing(sent, "title", "track")
    if sent.track and sent.track not in work.found.tracks:
        faults.append(Pointed("/track", "not_shared"))
    must(faults)
    assert sent.title and sent.track
    why = sent.why.new if sent.why else None
    command = journey.NewGoal(title=sent.title.new, why=why, track=sent.track)
    made = journey.add_goal(work.by, work.plan_id, command).subject_id
    assert made
    return made


def changed(sent: GoalSent, current: Goal) -> frozenset[str]:
    """What is sent otherwise than it stands."""
    return owners.changed(sent, current)


def change(work: Work, id: UUID, sent: GoalSent, current: Goal, names: frozenset[str]) -> None:  # noqa: ARG001
    """Nothing of a goal that is agreed is a system's to change. Raises Problem."""
    must_stay(names, *names)


def whole(current: Goal) -> GoalSent:
    """The goal as it would be sent."""
    return GoalSent.model_validate(current.model_dump(include={"title", "why", "track"}))


def take_back(work: Work, id: UUID) -> None:
    """Take an own suggestion back. Raises NotAllowed."""
    suggesting.take_back(work, "goal", id)
