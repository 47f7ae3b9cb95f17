"""Verbs: one picture goes, or everything does. Whoever is shown something sees at once that it is taken back."""

from collections.abc import Collection
from uuid import UUID

from minplan.errors import NotFound
from minplan.feelings import own
from minplan.feelings.actions.forgetting import forget
from minplan.feelings.actions.showing import take_back
from minplan.feelings.store import mine


def let_go(by: UUID, kind: str, keepsake: UUID) -> None:
    """Delete one, with all that was shown of it and every answer. It needs no key.

    Raises NotFound for what is not theirs, or is gone.
    """
    hide(by, [keepsake])
    with own.writing(by) as writing:
        if not writing.let_go(kind, keepsake):
            raise NotFound


def empty(by: UUID) -> int:
    """Delete all of it, and the key; how many things there were. It needs no key."""
    hide(by)
    return forget(by)


def how_many(by: UUID) -> int:
    """How many things a citizen keeps. It needs no key."""
    with own.reading(by) as reading:
        return mine.count(reading.connection, by)


def hide(by: UUID, keepsakes: Collection[UUID] | None = None) -> None:
    """Take back what is shown for a meeting right now, of these or of all, so that open screens learn of it."""
    with own.reading(by) as reading:
        plan, shown = reading.plan, mine.shown_now(reading.connection, by)
    for row in shown:
        if keepsakes is None or row.keepsake_id in keepsakes:
            take_back(by, plan, row.id)
