"""Verbs: send what is due to one webhook, and write down what came of it.

An event goes out once as a rule, and twice where this process dies between sending and writing; it has the same id
then. What fails is tried again for about three days and holds up what comes after it on its plan, and nothing else.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, NamedTuple
from uuid import UUID

from minplan import access, clock, config, db
from minplan.sync import egress, event, signing
from minplan.sync.actions.outcomes import failed, fields, told
from minplan.sync.actions.posting import Answer, Line
from minplan.sync.caller import Caller
from minplan.sync.read.changes import readable, sealed
from minplan.sync.read.hearing import heard
from minplan.sync.store import deliveries, webhooks
from minplan.sync.store.webhooks import Hook
from minplan.sync.webhook import UNHEARD

LOT = 100  # deliveries that a worker takes at once
LOT_SECONDS = 10  # after which it gives back what it has not sent
LEASE = timedelta(seconds=40)  # longer than a lot and its last answer may take: whoever had it then is gone
FRESH = timedelta(minutes=1)  # what is older is sent only if the system may still hear of it
BUSY = frozenset({429, 502, 503, 504})  # the receiver as a whole, not this event
FAULT = "fault_in_minplan"
AGENT = "minplan-webhooks/1"


class Lot(NamedTuple):
    """What one worker has in its hands, and until when it is its alone."""

    rows: list[Any]
    lease: datetime


class Came(NamedTuple):
    """What came of a lot: how many were given up though they were for it, and whether the receiver is there."""

    given_up: int = 0
    is_there: bool = True
    is_gone: bool = False


def claim(hook: Hook, alone: bool = False) -> Lot:
    """What is due, or the first of it `alone`, for this worker and no other for a while."""
    now = clock.now()
    return Lot(deliveries.claim(hook.id, now, now + LEASE, 1 if alone else LOT), now + LEASE)


def carry(hook: Hook, lot: Lot, line: Line, is_enough: Callable[[float], bool]) -> Came:
    """Send a lot in its order, and settle it in one transaction. `is_enough` is asked after how many seconds the rest
    is given back."""
    sending = _Sending(hook, line, _unheard(hook.caller, lot.rows))
    begun = monotonic()
    outcomes = [sending.send(row, _is_late(monotonic() - begun, is_enough)) for row in lot.rows]
    # Before it is settled: whoever dies in between tells it again, and then the citizens read of it.
    access.note_case_of_system(hook.caller.person_id, sending.reached)
    deliveries.settle(lot.lease, outcomes)
    if sending.is_gone:
        webhooks.go(hook.id, clock.now())
    lost = [each for each in outcomes if each["state"] == "given_up" and each["problem"] != UNHEARD]
    return Came(len(lost), not (sending.is_away or sending.is_gone), sending.is_gone)


def fail(lot: Lot) -> Came:
    """What went wrong on our side counts as a try of an event that went alone, so that it ends one day. Of several
    nobody knows which it was: they are given back."""
    now, alone = clock.now(), len(lot.rows) == 1
    outcomes = [failed(row, Answer(None, FAULT)) if alone else fields(row, "waiting", now) for row in lot.rows]
    deliveries.settle(lot.lease, outcomes)
    return Came(sum(each["state"] == "given_up" for each in outcomes))


def _is_late(seconds: float, is_enough: Callable[[float], bool]) -> bool:
    return seconds > LOT_SECONDS or is_enough(seconds)


class _Sending:
    """One lot on its way. `unheard` is not for this system any more; `held` are plans of which something could not be
    sent, `reached` those of which the receiver was told of something that is there."""

    def __init__(self, hook: Hook, line: Line, unheard: frozenset[UUID]) -> None:
        self._hook, self._line, self._unheard = hook, line, unheard
        self._held: set[UUID] = set()
        self.reached: set[UUID] = set()
        self._secrets = _secrets(hook.id)
        self.is_away = self.is_gone = False

    def send(self, row: Any, is_late: bool) -> dict[str, Any]:
        """The fields of a delivery after this try; without one where it is not its turn."""
        if is_late or self.is_away or self.is_gone or row.plan_id in self._held:
            return fields(row, "waiting", clock.now())
        if row.type is None:
            return fields(row, "given_up", clock.now(), problem="no_longer_kept")
        if row.id in self._unheard:
            return fields(row, "given_up", clock.now(), problem=UNHEARD)
        return self._after(row, self._post(row))

    def _post(self, row: Any) -> Answer:
        found, at = config.settings(), clock.outside()
        body = event.event(row, f"{found.public_url}/api/v1", sealed(self._hook.caller, row.number))
        headers = {"content-type": event.TYPE, "user-agent": AGENT}
        try:
            place = egress.place(self._hook.url, found.webhook_hosts)
        except egress.Refused as refused:
            return Answer(None, str(refused))
        return self._line.post(place, body, headers | signing.headers(row.id, at, body, self._secrets))

    def _after(self, row: Any, answer: Answer) -> dict[str, Any]:
        if answer.status and row.tells != "deleted":
            self.reached.add(row.plan_id)
        if answer.status and 200 <= answer.status < 300:
            return fields(row, "delivered", clock.now(), **told(row, answer))
        self.is_gone = answer.status == 410
        if self.is_gone:
            return fields(row, "given_up", clock.now(), **told(row, answer))
        self.is_away = answer.status is None or answer.status in BUSY
        found = failed(row, answer)
        if found["state"] == "waiting":
            self._held.add(row.plan_id)
        return found


def _secrets(webhook: UUID) -> list[bytes]:
    """Those that sign now: the newest first."""
    key = config.settings().number_key
    with db.reading() as connection:
        now = webhooks.standing(connection, webhook)
    if now is None:
        return []
    before = [now.before] if now.before and now.turns_at > clock.now() else []
    return [signing.secret(key, webhook, each) for each in (now.generation, *before)]


def _unheard(caller: Caller, rows: list[Any]) -> frozenset[UUID]:
    """Those that have lain for a while and are not for this system any more: a yes may have been taken back."""
    old = [row for row in rows if row.type and clock.now() - row.made_at > FRESH]
    types = readable(caller)
    with heard(caller, {row.plan_id for row in old}) as plans:
        return frozenset(row.id for row in old if row.type not in types or not plans[row.plan_id].hears(row))
