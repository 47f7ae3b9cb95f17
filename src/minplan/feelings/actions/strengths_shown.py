"""Verbs that read: the strengths that a citizen shows, and the one that a step builds on."""

from uuid import UUID

from minplan import clock
from minplan.access import View
from minplan.errors import Locked
from minplan.feelings.own import Own
from minplan.feelings.shown import shown
from minplan.feelings.store import mine, shown as store
from minplan.feelings.strength import Strength, strength_of


def shown_strengths(view: View) -> list[Strength]:
    """The cards that the viewer, who works with the plan, is shown; one that nobody can open is left out."""
    found = shown(view, "strength")
    return [strength_of(each.keepsake_id, each.content, each.id) for each in found if each.content]


def builds_on(view: View, step: UUID) -> Strength | None:
    """The card that a step was proposed because of: always for the citizen, for others while it is shown."""
    if view.viewer.is_citizen:
        return _own(Own(view.connection, view.plan.citizen_id), step)
    row = store.beneath(view, step, clock.now())
    here = (each for each in shown_strengths(view) if row and each.id == row.keepsake_id)
    return next(here, None)


def _own(own: Own, step: UUID) -> Strength | None:
    row = mine.beneath(own.connection, own.citizen, step)
    try:
        return strength_of(row.keepsake_id, own.box.open(row.keepsake_id, row.content)) if row else None
    except Locked:
        return None
