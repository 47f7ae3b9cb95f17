"""Verbs: a citizen says whether a step lifts or drains, for themselves; and shows it, when they want."""

from uuid import UUID

from minplan import access, journey
from minplan.access import View
from minplan.errors import Invalid, Locked, NotFound
from minplan.feelings import own
from minplan.feelings.actions.showing import show
from minplan.feelings.actions.standing import hide, standing
from minplan.feelings.lift import ANSWERS, Lift
from minplan.feelings.shown import shown
from minplan.journey import Outcome

KIND = "lift"


def lift_on(view: View, step: UUID) -> Lift | None:
    """What the citizen said of this step: for themselves what they keep, for others while they are shown it.

    None as well where the key is lost, so that the step's page stands without it.
    """
    if view.viewer.is_citizen:
        try:
            return lift(view.plan.citizen_id, step)
        except Locked:
            return None
    found = (each for each in shown(view, KIND) if each.content and each.content["step"] == str(step))
    return next((Lift(each.keepsake_id, each.content["answer"], each.id) for each in found if each.content), None)


def lift(by: UUID, step: UUID) -> Lift | None:
    """What this citizen keeps about a step. Raises Locked."""
    with own.reading(by) as mine:
        kept = next((each for each in mine.every(KIND) if each.content["step"] == str(step)), None)
        return Lift(kept.id, kept.content["answer"], standing(mine).get(kept.id)) if kept else None


def say_lift(by: UUID, step: UUID, answer: str | None) -> Outcome:
    """Keep it, in the place of what was said before; None for whoever would rather not say.

    Another answer than the one that is shown is shown to nobody. Raises NotFound, or Invalid for `answer`.
    """
    if answer not in (*ANSWERS, None):
        raise Invalid({"answer": "unknown"})
    with access.view(by) as view:
        if journey.find(journey.way(view), step) is None:
            raise NotFound
    before = lift(by, step)
    if before and before.answer == answer:
        return Outcome("unchanged", before.id)
    if before:
        hide(by, before.id)
    with own.writing(by) as mine:
        return Outcome("done", mine.keep(KIND, {"step": str(step), "answer": answer}, slot=str(step)))


def show_lift(by: UUID, step: UUID) -> Outcome:
    """Whoever works with the plan can read it from now on. Raises NotFound where nothing was said."""
    found = lift(by, step)
    if found is None or found.answer is None:
        raise NotFound
    with own.reading(by) as mine:
        plan = mine.plan
    return show(by, plan, KIND, found.id)


def hide_lift(by: UUID, step: UUID) -> Outcome:
    """Nobody else can read it any more."""
    found = lift(by, step)
    return hide(by, found.id) if found else Outcome("unchanged", step)


def let_lift_go(by: UUID, step: UUID) -> bool:
    """Delete it; False where it is gone."""
    found = lift(by, step)
    if found is None:
        return False
    hide(by, found.id)
    with own.writing(by) as mine:
        return mine.let_go(KIND, found.id)
