"""Verb: what waits is tried again as soon as what it waits for has come."""

from typing import Any

from minplan import db
from minplan.sync.actions.inbox_one import again
from minplan.sync.caller import Caller
from minplan.sync.settled import wanted
from minplan.sync.store import inbox as store, senders
from minplan.sync.store.come import come

Done = dict[tuple[str, str], int]  # the version that was done, by type and subject


def settle(caller: Caller, done: Done) -> None:
    """Try what waits for something that is there by now, and what was refused of subjects in `done` before they were
    complete; until nothing more moves. Each is tried once for each thing that it waits for, so this ends."""
    tried: set[tuple[Any, str | None]] = set()
    while ready := [row for row in _ready(caller, done) if (row.id, row.waits_for) not in tried]:
        for row in sorted(ready, key=lambda row: (row.version, row.id)):
            tried.add((row.id, row.waits_for))
            if again(caller, row) == "done":
                done[row.type, row.subject] = row.version


def settle_all() -> None:
    """The same for every system of which something waits: what it waits for may have come from people."""
    with db.reading() as connection:
        callers = senders.with_something_waiting(connection)
    for caller in callers:
        settle(caller, {})


def _ready(caller: Caller, done: Done) -> list[Any]:
    with db.reading() as connection:
        rows = store.waiting(connection, caller.person_id)
        asked = {kept: wanted(kept) for kept in {row.waits_for for row in rows}}
        there = set(come(connection, caller.municipality_id, [each for each in asked.values() if each]))
        ready = [row for row in rows if asked[row.waits_for] in there]
        refused = store.refused_of(connection, caller.person_id, done)
    return ready + [row for row in refused if row.version > done[row.type, row.subject]]
