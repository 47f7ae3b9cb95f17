"""Verb: do something once for each `Idempotency-Key`, however often it is asked and whoever dies meanwhile."""

import hmac
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from pydantic import BaseModel

from minplan import clock, config, db
from minplan.sync.brought import Brought, Outcome
from minplan.sync.caller import Caller
from minplan.sync.once import Once
from minplan.sync.problem import Problem
from minplan.sync.store import answered as store

Act = Callable[[], Brought]
Again = Callable[[UUID], BaseModel]
# A process that has not answered after this long has died: no request takes as long.
PATIENCE = timedelta(minutes=1)
STATUS: dict[Outcome, int] = {"created": 201, "suggested": 202, "proposed": 202, "updated": 200, "unchanged": 200}
_OUTCOME: dict[int, Outcome] = {201: "created", 202: "suggested", 200: "unchanged"}


def once(key: str, *asked: bytes) -> Once:
    """What is kept of a request with this key."""
    return Once(_keyed(b"key", key.encode()), _keyed(b"print", *asked))


def do_once(
    caller: Caller, once: Once | None, act: Act, again: Again, ahead: Callable[[], object] = lambda: None
) -> Brought:
    """What `act` brings about, once; asked again, the same answer with the resource as `again` reads it by its id.
    What is done `ahead` of it stays, whatever comes of the rest.

    Raises Problem while the first is under way, and for a key that was used for something else.
    """
    if once is None:
        ahead()
        return act()
    now = clock.now()
    if not store.begin(caller.person_id, once, now):
        known = _known(caller, once, now)
        if known:
            return Brought(again(known[1]), known[1], _OUTCOME[known[0]])
    try:
        ahead()
        return _done(caller, once, act, now)
    except BaseException:
        store.drop(caller.person_id, once, now)
        raise


def _known(caller: Caller, once: Once, now: datetime) -> tuple[int, UUID] | None:
    """What the first was answered; None where it has died and is taken over."""
    row = store.find(caller.person_id, once)
    if row is None:
        raise Problem("still-running", retry_after=1)  # it was refused just now
    if row.print != once.print:
        raise Problem("other-request")
    if row.status is not None:
        return row.status, row.subject_id
    if now - row.at < PATIENCE or not store.take_over(caller.person_id, once, row.at, now):
        raise Problem("still-running", retry_after=1)
    return None


def _done(caller: Caller, once: Once, act: Act, since: datetime) -> Brought:
    with db.together() as session:
        # Before the effect: whoever took this over waits here until it is there, and finds the answer.
        if not store.settle(session, caller.person_id, once, since, at=since):
            raise Problem("still-running", retry_after=1)
        found = act()
        answer = {"status": STATUS[found.outcome], "subject_id": found.id}
        store.settle(session, caller.person_id, once, since, **answer)
    return found


def _keyed(*parts: bytes) -> str:
    secret = config.settings().number_key.encode()
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in (b"answered", *parts))
    return hmac.new(secret, framed, sha256).hexdigest()
