"""Threads that tell webhooks by turns: these queue up, and a turn is short, whoever it is for."""

from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import monotonic, sleep
from uuid import UUID

from minplan.sync.actions.posting import Line, Watch
from minplan.sync.store.webhooks import Hook


class Going:
    """One that goes through what waits for a webhook, turn by turn, on a connection that stays open between them.
    `goes_on`: it has more to do. `singly` is how often it takes one event alone before it takes many again."""

    def __init__(self, hook: Hook, line: Line) -> None:
        self.hook, self.line = hook, line
        self.goes_on, self.singly = True, 0


class Turns:
    """The first that waits is the next, of a system that has not its `share` of the threads: the others are there at
    once for whoever comes, however slowly its receivers answer. `take` takes a turn."""

    def __init__(self, threads: int, share: int, take: Callable[[Going], None]) -> None:
        self._share, self._take = share, take
        self._pool = ThreadPoolExecutor(threads, "webhook")
        self._watch = Watch()
        self._lock = Lock()
        self._waiting = deque[Going]()
        self._of_hook = Counter[UUID]()  # those that wait and those whose turn it is
        self._of_system = Counter[UUID]()  # those whose turn it is
        self._rest_until = dict[UUID, float]()

    @property
    def is_waited_for(self) -> bool:
        """Whether anybody would like a turn."""
        return bool(self._waiting)

    def join(self, hook: Hook, most: int) -> None:
        """Queue up, unless so many go for this webhook, or it rests."""
        with self._lock:
            if self._of_hook[hook.id] < most and self._rest_until.get(hook.id, 0) <= monotonic():
                self._of_hook[hook.id] += 1
                self._waiting.append(Going(hook, self._watch.take(Line())))
                self._pool.submit(self._turn)

    def rest(self, hook: Hook, seconds: float) -> None:
        """Nobody begins with this webhook until then, and no thread waits for it."""
        self._rest_until[hook.id] = monotonic() + seconds

    def finish(self) -> None:
        """Wait until all that has begun is done."""
        while self._is_going():
            sleep(0.01)
        self._pool.shutdown()
        self._watch.close()

    def _is_going(self) -> bool:
        with self._lock:
            return self._of_hook.total() > 0

    def _turn(self) -> None:
        """One turn of whoever is the next. Who was left waiting because their system had its share is looked at again
        when a turn ends."""
        with self._lock:
            going = self._next()
        if not going:
            return
        self._take(going)
        if not going.goes_on:
            self._watch.leave(going.line)
        with self._lock:
            self._give_back(going)
            if self._waiting:
                self._pool.submit(self._turn)

    def _next(self) -> Going | None:
        for going in self._waiting:
            if self._of_system[going.hook.caller.person_id] < self._share:
                self._waiting.remove(going)
                self._of_system[going.hook.caller.person_id] += 1
                return going
        return None

    def _give_back(self, going: Going) -> None:
        self._of_system[going.hook.caller.person_id] -= 1
        if going.goes_on:
            self._waiting.append(going)
        else:
            self._of_hook[going.hook.id] -= 1
