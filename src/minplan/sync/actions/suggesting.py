"""Verb: take back what a system has suggested itself."""

from uuid import UUID

from minplan import journey
from minplan.errors import NotAllowed
from minplan.journey import ProposalView
from minplan.sync.actions.work import Work


def waiting(work: Work, what: str, id: UUID) -> ProposalView | None:
    """The suggestion of a `step`, `goal` or `milestone` by the id that it has, while nobody has answered it."""
    asked = journey.proposals(work.found.view, work.found.way)
    return next((each for each in asked if each.what == what and id in (each.id, each.step_id)), None)


def take_back(work: Work, what: str, id: UUID) -> None:
    """Take an own suggestion back. Raises NotAllowed: what is agreed, or somebody else's, is no system's to remove."""
    found = waiting(work, what, id)
    if found is None or not found.own:
        raise NotAllowed("agreed")
    journey.withdraw(work.by, work.plan_id, found.id)
