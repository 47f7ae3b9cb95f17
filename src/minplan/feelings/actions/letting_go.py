"""Verbs: one picture goes, or everything does. Whoever is shown something sees at once that it is taken back."""

from uuid import UUID

from minplan.errors import NotFound
from minplan.feelings import own
from minplan.feelings.actions.forgetting import start_anew
from minplan.feelings.actions.standing import hide
from minplan.feelings.store import mine


def let_go(by: UUID, kind: str, keepsake: UUID) -> None:
    """Delete one, with all that was shown of it and every answer. It needs no key.

    Raises NotFound for what is not theirs, or is gone.
    """
    with own.reading(by) as reading:
        reading.check(kind, keepsake)
    hide(by, [keepsake])
    with own.writing(by) as writing:
        if not writing.let_go(kind, keepsake):
            raise NotFound


def empty(by: UUID) -> int:
    """Delete all of it, and the key; how many things there were. How long things stay is kept. It needs no key."""
    hide(by)
    return start_anew(by)


def how_many(by: UUID) -> int:
    """How many things a citizen keeps. It needs no key."""
    with own.reading(by) as reading:
        return mine.count(reading.connection, by)
