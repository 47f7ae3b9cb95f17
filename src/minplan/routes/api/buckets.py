"""Rule: how much of something may be done, and how soon again. Counted in this process: reading costs no write."""

from collections import OrderedDict
from datetime import datetime
from math import ceil
from threading import Lock

MOST = 10_000  # callers remembered; who was quiet longest is forgotten first, with a full bucket


class Buckets:
    """A bucket for each caller: it holds `size`, and `rate` come back each second."""

    def __init__(self, size: int, rate: float) -> None:
        self._size, self._rate = size, rate
        self._held: OrderedDict[str, tuple[float, datetime]] = OrderedDict()
        self._turn = Lock()

    def take(self, who: str, now: datetime) -> int:
        """Take one. 0 when there was one, else in how many seconds there will be."""
        with self._turn:
            left = self._left(who, now)
            taken = left >= 1
            self._held[who] = (left - taken, now)
            self._held.move_to_end(who)
            if len(self._held) > MOST:
                self._held.popitem(last=False)
        return 0 if taken else max(1, ceil((1 - left) / self._rate))

    def _left(self, who: str, now: datetime) -> float:
        held, at = self._held.get(who, (float(self._size), now))
        gone = max(0.0, (now - at).total_seconds())
        return min(float(self._size), held + gone * self._rate)
