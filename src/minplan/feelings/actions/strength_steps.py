"""Verb: a professional proposes a step because of a strength that the citizen shows."""

from collections.abc import Callable
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Invalid
from minplan.feelings.showing import BuildsOn
from minplan.feelings.shown import is_shown
from minplan.journey import Added, NewStep, Outcome

Add = Callable[[Change, NewStep], Added]


def add_step_on(
    by: UUID, plan: UUID, command: NewStep, strength: UUID, add: Add = journey.add_within
) -> Outcome:
    """A new step as `add` adds it, and what it builds on, in one transaction.

    Raises Invalid for `builds_on` where the citizen does not show it, or not any more, and where the same step was
    just added without it.
    """
    with access.change(by, plan) as change:
        change.may("build_on")
        if not is_shown(change, "strength", strength):
            raise Invalid({"builds_on": "not_shown"})
        added = add(change, command)
        if added.outcome.kind != "unchanged":
            change.session.add(BuildsOn(step_id=added.step, plan_id=plan, keepsake_id=strength))
        elif not _stands_on(change, added.step, strength):
            raise Invalid({"builds_on": "lies_there"})
        return added.outcome


def _stands_on(change: Change, step: UUID, strength: UUID) -> bool:
    row = change.session.get(BuildsOn, step)
    return row is not None and row.keepsake_id == strength
