"""The messages that are kept: for the system that sent them, and for whoever looks after the systems."""

from typing import Any

from minplan import db
from minplan.errors import NotFound
from minplan.office import Doorkeeper
from minplan.sync import paging
from minplan.sync.caller import Caller
from minplan.sync.settled import wanted, why
from minplan.sync.shapes.inbox import Kept, KeptPaging
from minplan.sync.shapes.page import Page
from minplan.sync.store import inbox as store, systems


def kept(caller: Caller, which: KeptPaging) -> Page[Any]:
    """A page of what a system has sent, without what it says. Raises Problem for an unknown cursor."""
    after = paging.after_of(which.after)
    with db.reading() as connection:
        rows = store.kept(connection, caller.person_id, which.state, after, which.limit + 1)
    rows, onward = paging.cut(rows, which.limit)
    return Page[Any](items=[_told(row) for row in rows], next=onward)


def inbox(by: Doorkeeper, code: str, which: KeptPaging) -> Page[Any]:
    """The same of a system that somebody looks after, also of one that has ended. Raises NotFound and NotAllowed."""
    by.must("find_systems")
    found = next((row for row in systems.all_of(by.municipality_id) if row.code == code), None)
    if found is None:
        raise NotFound
    return kept(systems.caller(found), which)


def _told(row: Any) -> Kept:
    reason, errors = why(row.reason)
    return Kept(
        id=row.id, message=row.message_id, type=row.type, subject=row.subject, version=row.version, state=row.state,
        reason=reason, errors=errors, waits_for=wanted(row.waits_for), received_at=row.received_at,
        settled_at=row.settled_at,
    )  # fmt: skip
