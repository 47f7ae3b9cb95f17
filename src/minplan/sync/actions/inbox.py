"""Verb: messages of a system come in, each once and each by itself, in whatever order."""

from typing import Any

from minplan import db
from minplan.sync.actions.inbox_lot import take_all
from minplan.sync.actions.inbox_settling import Done, settle
from minplan.sync.caller import Caller
from minplan.sync.letter import letter
from minplan.sync.settled import wanted, why
from minplan.sync.shapes.common import Fault
from minplan.sync.shapes.inbox import AllReceived, Messages, Received
from minplan.sync.store import inbox as store

_NO_ID = Received(id=None, outcome="refused", reason="invalid", errors=[Fault(pointer="/id", code="cannot_be_kept")])


def receive(caller: Caller, sent: Messages) -> AllReceived:
    """Take messages in, and tell what became of each. What dies on the way is sent again and has one effect."""
    letters = [letter(caller, each) for each in sent.messages]
    new = iter(take_all(caller, [each for each in letters if each]))
    taken = [(each.id, next(new)) if each else None for each in letters]
    settle(caller, _done(caller, [id for id, is_new in filter(None, taken) if is_new]))
    now = _standing(caller, [id for id, _ in filter(None, taken)])
    return AllReceived(items=[_received(now[each[0]], each[1]) if each else _NO_ID for each in taken])


def _done(caller: Caller, ids: list[str]) -> Done:
    done = [row for row in _standing(caller, ids).values() if row.state == "done"]
    return {(row.type, row.subject): row.version for row in sorted(done, key=lambda row: row.version)}


def _standing(caller: Caller, ids: list[str]) -> dict[str, Any]:
    with db.reading() as connection:
        return {row.message_id: row for row in store.states(connection, caller.person_id, ids)}


def _received(row: Any, is_new: bool) -> Received:
    reason, errors = why(row.reason)
    return Received(
        id=row.message_id, outcome=row.state if is_new else "twice", first=None if is_new else row.state,
        reason=reason, errors=errors, waits_for=wanted(row.waits_for),
    )  # fmt: skip
