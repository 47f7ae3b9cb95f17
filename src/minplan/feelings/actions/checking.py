"""Verb of whoever runs the house: whether what citizens keep can still be opened. It tells how many, and no more."""

from typing import NamedTuple
from uuid import UUID

from minplan import db
from minplan.errors import Locked
from minplan.feelings import own
from minplan.feelings.keepsake import KINDS
from minplan.feelings.store import mine


class Keepers(NamedTuple):
    """How many citizens keep something, and for how many of them it is locked for good."""

    every: int
    locked: int


def check() -> Keepers:
    """Open everything once, and look at nothing."""
    with db.reading() as connection:
        keepers = mine.keepers(connection)
    return Keepers(len(keepers), sum(not _opens(each) for each in keepers))


def _opens(citizen: UUID) -> bool:
    with own.reading(citizen) as kept:
        try:
            for kind in KINDS:
                kept.every(kind)
        except Locked:
            return False
    return True
