"""Verb: tell every webhook what is due, some at the same time and by turns, so that a slow receiver holds up nobody
else."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from time import sleep
from typing import Any, NamedTuple
from uuid import UUID

from minplan.errors import Busy
from minplan.sync.actions.delivering import LOT, Lot, carry, claim
from minplan.sync.actions.making_out import make_out
from minplan.sync.actions.posting import Line, Watch
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
        self._pool = ThreadPoolExecutor(THREADS, "webhook")
        self._watch = Watch()
        self._turns = Turns(SHARE)
        self._lock = Lock()
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
            self._begin(hook, 1)

    def _finish(self) -> None:
        """Wait until what was begun is done."""
        if self._looking:
            self._looking.join()
        while not self._is_over():
            sleep(0.01)
        self._pool.shutdown()
        self._watch.close()

    def _is_over(self) -> bool:
        with self._lock:
            return self._turns.is_over

    def _go_on(self) -> None:
        with self._guarded():
            while not self._stop.wait(PAUSE):
                with suppress(Busy):  # others were writing: what they held up is due at the next look
                    self.look()

    def _begin(self, hook: Hook, most: int) -> None:
        with self._lock:
            if self._turns.count(hook) < most:
                self._turns.join(Going(hook, self._watch.take(Line())))
                self._pool.submit(self._turn)

    def _turn(self) -> None:
        """One turn of whoever is the next. Who was left waiting because their system had its share is looked at again
        when a turn ends."""
        with self._lock:
            going = self._turns.take()
        if not going:
            return
        goes_on = False
        with self._guarded(), self._alone():
            goes_on = not self._stop.is_set() and self._next(going)
        if not goes_on:
            self._watch.leave(going.line)
        with self._lock:
            self._turns.give_back(going, goes_on)
            if self._turns.is_waited_for:
                self._pool.submit(self._turn)

    def _next(self, going: Going) -> bool:
        """Carry one lot, made out before where none waited; False where there is nothing more, or nobody there."""
        hook, lot = going.hook, claim(going.hook)
        if not lot.rows:
            if not make_out(hook):
                return False
            lot = claim(hook)
        return not lot.rows or self._carry(going, lot)

    def _carry(self, going: Going, lot: Lot) -> bool:
        hook, came = going.hook, carry(going.hook, lot, going.line, self._is_enough)
        if came.is_gone or came.given_up:
            self._say(Trouble(hook.caller.code, hook.id, came.is_gone, came.given_up))
        if len(lot.rows) == LOT and came.is_there:
            self._begin(hook, EACH)
        return came.is_there

    def _is_enough(self, seconds: float) -> bool:
        """Whether a turn that has taken so long ends."""
        return self._stop.is_set() or (seconds > TURN and self._turns.is_waited_for)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """What goes wrong with one webhook holds up no other: it is written down by its kind, and tried again after a
        rest. Whoever looks once raises it at the end."""
        try:
            yield
        except Exception as error:
            _log.exception("a webhook could not be told")
            if self._looking:
                self._stop.wait(REST)
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
