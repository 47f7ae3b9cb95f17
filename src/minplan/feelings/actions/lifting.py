"""Verbs: a citizen says whether a step lifts or drains, for themselves; and shows it, when they want."""

from uuid import UUID

from minplan import access, journey
from minplan.access import View
from minplan.errors import Conflict, Invalid, Locked, NotFound
from minplan.feelings import own
from minplan.feelings.actions.standing import hide, show_to_team, standing
from minplan.feelings.agreeing import print_of
from minplan.feelings.lift import ANSWERS, Lift
from minplan.feelings.shown import shown
from minplan.feelings.store import mine as store
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
    found = ((each, each.content) for each in shown(view, KIND) if each.content)
    here = (Lift(each.keepsake_id, told["answer"], each.id) for each, told in found if told["step"] == str(step))
    return next(here, None)


def lift(by: UUID, step: UUID) -> Lift | None:
    """What this citizen keeps about a step. Raises Locked."""
    with own.reading(by) as mine:
        return _lift(mine, step)


def say_lift(by: UUID, step: UUID, answer: str | None, seen: str | None = None) -> Outcome:
    """Keep it, in the place of what was said before; None for whoever would rather not say.

    Another answer than the one that is shown is shown to nobody. Raises NotFound, Invalid for `answer`, and Conflict
    where a form says what it has `seen` (the mark of a Lift, empty for none) and something else stands there by now.
    """
    if answer not in (*ANSWERS, None):
        raise Invalid({"answer": "unknown"})
    with access.view(by) as view:
        if journey.find(journey.way(view), step) is None:
            raise NotFound
    with own.writing(by) as mine:
        before = _lift(mine, step)
        if before and before.answer == answer:
            return Outcome("unchanged", before.id)
        if seen is not None and seen != (before.seen if before else ""):
            raise Conflict("answer", answer, before and before.answer)
        return Outcome("done", mine.keep(KIND, {"step": str(step), "answer": answer}, slot=str(step)))


def show_lift(by: UUID, step: UUID, seen: str, agreed: str) -> Outcome:
    """Whoever works with the plan can read it from now on. Raises NotFound where nothing was said, and as `show`."""
    found = lift(by, step)
    if found is None or found.answer is None:
        raise NotFound
    return show_to_team(by, KIND, found.id, seen, agreed)


def hide_lift(by: UUID, step: UUID) -> Outcome:
    """Nobody else can read it any more. Without the key nobody can tell which it is, and none of this kind is shown."""
    try:
        found = lift(by, step)
    except Locked:
        with own.reading(by) as mine:
            return hide(by, [row.id for row in store.every(mine.connection, by, KIND)])
    return hide(by, [found.id]) if found else Outcome("unchanged", step)


def let_lift_go(by: UUID, step: UUID) -> bool:
    """Delete it; False where it is gone."""
    found = lift(by, step)
    if found is None:
        return False
    hide(by, [found.id])
    with own.writing(by) as mine:
        return mine.let_go(KIND, found.id)


def _lift(mine: own.Own, step: UUID) -> Lift | None:
    kept = next((each for each in mine.every(KIND) if each.content["step"] == str(step)), None)
    if kept is None:
        return None
    return Lift(kept.id, kept.content["answer"], standing(mine, [kept]).get(kept.id), print_of(kept.content))
