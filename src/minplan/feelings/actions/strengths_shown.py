"""Verbs that read: the strengths that a citizen shows, and the one that a step builds on."""

from typing import Any
from uuid import UUID

from minplan import clock, vault
from minplan.access import View
from minplan.errors import Locked
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
        row = mine.beneath(view.connection, view.plan.citizen_id, step)
    else:
        row = store.beneath(view, step, clock.now())
    return _opened(view, row) if row else None


def _opened(view: View, row: Any) -> Strength | None:
    try:
        content = vault.box(view.plan.citizen_id).open(row.keepsake_id, row.content)
    except Locked:
        return None
    return strength_of(row.keepsake_id, content)
