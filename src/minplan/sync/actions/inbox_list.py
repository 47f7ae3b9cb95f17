"""Verbs: whoever looks after the systems tries a message again, or lets go of it."""

from uuid import UUID

from minplan import clock, db
from minplan.errors import NotFound
from minplan.office import Doorkeeper
from minplan.sync.actions.inbox_one import again
from minplan.sync.actions.inbox_settling import settle
from minplan.sync.settled import Settled
from minplan.sync.store import inbox as store, senders


def try_again(by: Doorkeeper, id: UUID) -> str:
    """Try a message that was refused, or waits, once more; how it stands now. Raises NotFound, also for one of a
    system that has ended, and NotAllowed."""
    by.must("settle_message")
    with db.reading() as connection:
        caller = senders.of_message(connection, by.municipality_id, id)
        row = store.short(connection, by.municipality_id, id)
    if caller is None or row is None:
        raise NotFound
    state = again(caller, row)
    if state == "done":
        settle(caller, {(row.type, row.subject): row.version})
    return state


def let_go(by: Doorkeeper, id: UUID) -> None:
    """Nothing comes of this message, and what it says is kept no longer. Raises NotFound for one that is settled."""
    by.must("settle_message")
    with db.writing() as session:
        row = store.one(session, id)
        if row is None or row.municipality_id != by.municipality_id or row.state not in ("waiting", "refused"):
            raise NotFound
        store.settle(session, id, Settled("let_go", row.reason, plan_id=row.plan_id), clock.now())
