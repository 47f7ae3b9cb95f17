"""Whose turn it is among the webhooks that are told: they queue up, and a turn is short, whoever it is for."""

from collections import Counter, deque
from uuid import UUID

from minplan.sync.actions.posting import Line
from minplan.sync.store.webhooks import Hook


class Going:
    """One that goes through what waits for a webhook, turn by turn, on a connection that stays open between them."""

    def __init__(self, hook: Hook, line: Line) -> None:
        self.hook, self.line = hook, line


class Turns:
    """The first that waits is the next, of a system that has not its `share` of the threads: the others are there at
    once for whoever comes, however slowly its receivers answer."""

    def __init__(self, share: int) -> None:
        self._share = share
        self._waiting = deque[Going]()
        self._of_hook = Counter[UUID]()  # those that wait and those whose turn it is
        self._of_system = Counter[UUID]()  # those whose turn it is

    @property
    def is_waited_for(self) -> bool:
        """Whether anybody would like a turn."""
        return bool(self._waiting)

    @property
    def is_over(self) -> bool:
        """Whether nobody waits and nobody has a turn."""
        return not self._of_hook.total()

    def count(self, hook: Hook) -> int:
        """How many go for a webhook."""
        return self._of_hook[hook.id]

    def join(self, going: Going) -> None:
        """Queue up."""
        self._of_hook[going.hook.id] += 1
        self._waiting.append(going)

    def take(self) -> Going | None:
        """The next; None where nobody waits but those whose system has its share."""
        for going in self._waiting:
            if self._of_system[going.hook.caller.person_id] < self._share:
                self._waiting.remove(going)
                self._of_system[going.hook.caller.person_id] += 1
                return going
        return None

    def give_back(self, going: Going, goes_on: bool) -> None:
        """Its turn is over: it queues up again behind the others, or there is nothing more for it to do."""
        self._of_system[going.hook.caller.person_id] -= 1
        if goes_on:
            self._waiting.append(going)
        else:
            self._of_hook[going.hook.id] -= 1
