"""Verb: messages of a system come in, each once and each by itself, in whatever order."""

from typing import Any

from minplan import db
from minplan.sync.actions.inbox_one import take
from minplan.sync.actions.inbox_settling import Done, settle
from minplan.sync.caller import Caller
from minplan.sync.settled import wanted, why
from minplan.sync.shapes.common import Fault
from minplan.sync.shapes.inbox import AllReceived, Message, Messages, Received
from minplan.sync.store import inbox as store

LOT = 10  # messages of one transaction: citizens wait no longer than for a few of their own
_NO_ID = Received(id=None, outcome="refused", reason="invalid", errors=[Fault(pointer="/id", code="cannot_be_kept")])


def receive(caller: Caller, sent: Messages) -> AllReceived:
    """Take messages in, and tell what became of each. What dies on the way is sent again and has one effect."""
    taken = _taken(caller, list(map(_raw, sent.messages)))
    settle(caller, _done(caller, [id for id, is_new in taken if id and is_new]))
    now = _standing(caller, [id for id, _ in taken if id])
    return AllReceived(items=[_received(now[id], is_new) if id else _NO_ID for id, is_new in taken])


def _taken(caller: Caller, messages: list[Any]) -> list[tuple[str | None, bool]]:
    """Each in a part of a transaction that is undone alone. Where one writes at a time, some share what the disk
    takes; where many do, two that hold each other's plans would wait for each other."""
    if not store.one_writes_at_a_time():
        return [take(caller, each) for each in messages]
    found: list[tuple[str | None, bool]] = []
    for at in range(0, len(messages), LOT):
        with db.together():
            found += [take(caller, each) for each in messages[at : at + LOT]]
    return found


def _raw(each: Any) -> Any:
    return each.model_dump(mode="json", exclude_unset=True) if isinstance(each, Message) else each


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
