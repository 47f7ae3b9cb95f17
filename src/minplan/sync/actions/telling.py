"""Verb: tell every webhook what is due, some at the same time and by turns, so that a slow receiver holds up nobody
else."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any, NamedTuple
from uuid import UUID

from minplan.errors import Busy
from minplan.sync.actions.delivering import LOT, Came, Lot, carry, claim, fail
from minplan.sync.actions.making_out import make_out
from minplan.sync.actions.sequencing import sequence
from minplan.sync.actions.turns import Going, Turns
from minplan.sync.store import webhooks
from minplan.sync.store.webhooks import Hook

PAUSE = 1  # seconds between two looks
REST = 10  # seconds until a webhook with which something went wrong on our side is tried again
THREADS = 8
SHARE = 4  # of them for one system
EACH = 2  # of them for one webhook: the second when the first finds more than it can carry
TURN = 2  # seconds after which a turn ends where others wait: a whole lot of slow answers takes minutes

_log = logging.getLogger("minplan.webhooks")


class Trouble(NamedTuple):
    """What whoever looks after the systems should know: a webhook is `gone`, or so many were given up."""

    system: str
    webhook: UUID
    is_gone: bool
    given_up: int


class Telling:
    """Tells while the block runs. With `stop`, what is under way is finished and the rest waits. What ends it on our
    side is raised at the end."""

    def __init__(self, stop: Event, say: Callable[[Trouble], None]) -> None:
        self._stop, self._say = stop, say
        self._turns = Turns(THREADS, SHARE, self._take)
        self._fault: BaseException | None = None
        self._looking: Thread | None = None

    def __enter__(self) -> "Telling":
        return self

    def __exit__(self, kind: Any, *_: Any) -> None:
        if kind:
            self._stop.set()
        self._finish()
        if self._fault and not kind:
            raise self._fault

    def go_on(self) -> None:
        """Look again and again in a thread of its own, until told to stop: no mail server holds up the systems."""
        self._looking = Thread(target=self._go_on, name="telling", daemon=True)
        self._looking.start()

    def look(self) -> None:
        """Put what is new into the feed, and begin to tell whoever has something to hear."""
        sequence()
        for hook in webhooks.calling():
            self._turns.join(hook, 1)

    def _finish(self) -> None:
        """Wait until what was begun is done."""
        if self._looking:
            self._looking.join()
        self._turns.finish()

    def _go_on(self) -> None:
        with self._guarded():
            while not self._stop.wait(PAUSE):
                with suppress(Busy):  # others were writing: what they held up is due at the next look
                    self.look()

    def _take(self, going: Going) -> None:
        going.goes_on = False
        with self._guarded(), self._alone(going.hook):
            going.goes_on = not self._stop.is_set() and self._next(going)

    def _next(self, going: Going) -> bool:
        """Carry one lot, made out before where none waited; False where there is nothing more, or nobody there."""
        lot = _claimed(going)
        if not lot.rows:
            if not make_out(going.hook):
                return False
            lot = _claimed(going)
        return not lot.rows or self._carry(going, lot)

    def _carry(self, going: Going, lot: Lot) -> bool:
        """What goes wrong with several is tried one by one, so that what is well goes out."""
        try:
            came = carry(going.hook, lot, going.line, self._is_enough)
        except Exception:
            self._say_what_came(going.hook, fail(lot))
            if len(lot.rows) == 1:
                raise
            _log.exception("events could not be told together")
            going.singly = LOT
            return True
        self._say_what_came(going.hook, came)
        if len(lot.rows) == LOT and came.is_there:
            self._turns.join(going.hook, EACH)
        return came.is_there

    def _say_what_came(self, hook: Hook, came: Came) -> None:
        if came.is_gone or came.given_up:
            self._say(Trouble(hook.caller.code, hook.id, came.is_gone, came.given_up))

    def _is_enough(self, seconds: float) -> bool:
        """Whether a turn that has taken so long ends."""
        return self._stop.is_set() or (seconds > TURN and self._turns.is_waited_for)

    @contextmanager
    def _alone(self, hook: Hook) -> Iterator[None]:
        """What goes wrong with one webhook holds up no other: it is written down by its kind, and tried again after a
        rest. Whoever looks once raises it at the end."""
        try:
            yield
        except Exception as error:
            _log.exception("a webhook could not be told")
            if self._looking:
                self._turns.rest(hook, REST)
            else:
                self._fault = error

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """What goes wrong in a thread ends the worker, which is started anew, and is not lost."""
        try:
            yield
        except BaseException as error:
            self._fault = error
            self._stop.set()


def _claimed(going: Going) -> Lot:
    alone = going.singly > 0
    going.singly -= alone
    return claim(going.hook, alone)
