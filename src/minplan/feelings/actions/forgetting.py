"""Verb: all that a citizen kept goes, and its key with it, so that no older copy of the data says it either."""

from uuid import UUID

from minplan import db, vault
from minplan.feelings.store import mine


def forget(citizen: UUID) -> int:
    """Everything at once; how many things there were. It needs no key."""
    # The key first: where the second half fails, what is left opens for nobody.
    vault.destroy(citizen)
    with db.writing() as session:
        return mine.remove(session, citizen)
