"""Verbs: all that a citizen kept goes, and its key with it, so that no older copy of the data says it either."""

from uuid import UUID

from sqlmodel import Session

from minplan import db, vault
from minplan.errors import Locked
from minplan.feelings.own import Writing
from minplan.feelings.store import mine

SLOT = "months"  # of what says how long things stay


def forget(citizen: UUID) -> int:
    """Everything at once, and what is being kept in this moment; how many rows there were. It needs no key."""
    with db.writing() as session:
        mine.hold(session, citizen)
        return _gone(session, citizen)


def start_anew(citizen: UUID) -> int:
    """The same for a citizen who stays: how long they want things to stay is kept anew. How many things there were."""
    with db.writing() as session:
        before = Writing(session, citizen)
        months, many = _chosen(before), mine.count(before.connection, citizen)
        _gone(session, citizen)
        if months:
            Writing(session, citizen).keep("keeping", {"months": months}, slot=SLOT)
        return many


def _gone(session: Session, citizen: UUID) -> int:
    """Of a citizen who is held, so that nobody keeps anything under a key that is being destroyed."""
    # The key first: where the second half fails, what is left opens for nobody.
    vault.destroy(citizen)
    return mine.remove(session, citizen)


def _chosen(writing: Writing) -> int | None:
    """How many months they chose; None where they did not, or where nobody can tell any more."""
    try:
        return next((int(each.content["months"]) for each in writing.every("keeping")), None)
    except Locked:
        return None
