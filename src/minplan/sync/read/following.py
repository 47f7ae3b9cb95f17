"""Wait for something new, without holding a connection meanwhile, and never too many at once."""

from threading import BoundedSemaphore
from time import monotonic, sleep

from minplan.sync.caller import Caller
from minplan.sync.read.changes import changes, number_of
from minplan.sync.shapes.change import Changes, Following
from minplan.sync.store import feed

PAUSE = 0.2  # seconds between two looks
WAITING = 8  # threads of a process that may stand still for systems
_line = BoundedSemaphore(WAITING)


def follow(caller: Caller, asked: Following) -> Changes:
    """A part of the feed; where there is nothing yet, after `wait` seconds at most. Whoever comes to a full line is
    answered at once. Raises Problem."""
    found = changes(caller, asked)
    if found.items or found.more or not asked.wait or not _line.acquire(blocking=False):
        return found
    try:
        return _wait(caller, asked, found)
    finally:
        _line.release()


def _wait(caller: Caller, asked: Following, found: Changes) -> Changes:
    until = monotonic() + asked.wait
    while not (found.items or found.more) and monotonic() < until:
        sleep(PAUSE)
        if feed.is_news(caller.municipality_id, number_of(caller, found.next)):
            found = changes(caller, asked.model_copy(update={"after": found.next}))
    return found
