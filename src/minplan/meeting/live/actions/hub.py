"""One thread in each process, while somebody waits: it looks what has changed and wakes those whom it concerns.

It reads versions and nothing else, so that no change is ever missed, whichever process made it: who was away for a
while is told of the newest, which is all that a screen needs to know before it fetches the room by the ordinary door.
"""

import logging
import time
from collections import Counter
from threading import Lock, Thread

from minplan import access, db, identity
from minplan.meeting.live import store
from minplan.meeting.live.actions import presence
from minplan.meeting.live.subscriber import Subscriber

LOOK = 0.05  # seconds from look to look
CHECK = 2.0  # and until whoever may not come in any more is out
REST = 1.0  # when the database does not answer
EACH = 6  # of one sign-in; a browser that vanished without a word leaves a line behind

_log = logging.getLogger("minplan.live")


class Full(Exception):
    """This process keeps no more lines open."""


class Hub:
    """Those who wait in this process, and the thread that looks for them. It is there only while there are any."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[Subscriber, None] = {}
        self._thread: Thread | None = None
        self._joined = self.stopping = False
        self._next: dict[str, float] = {}

    def join(self, subscriber: Subscriber, most: int) -> None:
        """Let one more wait, and hear at once if it shows something old. Raises Full beyond `most`, evenly shared."""
        with self._lock:
            own = [each for each in self._waiting if each.key == subscriber.key]
            for each in own[: max(0, len(own) - EACH + 1)]:
                self._end(each)
            if self.stopping:
                raise Full
            if len(self._waiting) >= most:
                self._make_room(subscriber)
            self._waiting[subscriber] = None
            self._joined = True
            if self._thread is None:
                self._thread = Thread(target=self._run, name="live", daemon=True)
                self._thread.start()

    def leave(self, subscriber: Subscriber) -> None:
        """Nobody listens there any more. Asked twice, done once."""
        with self._lock:
            self._end(subscriber)

    def stop(self) -> None:
        """The process is to end: so do all lines, within one look. For a signal's handler: it waits for nothing."""
        self.stopping = True

    def _run(self) -> None:
        with db.Watch() as watch:
            while turn := self._everybody():
                try:
                    self._turn(watch, *turn)
                except Exception:  # whatever it is, those who wait are not left without a word for good
                    _log.exception("the look-out stumbled")
                    time.sleep(REST)
                time.sleep(LOOK)

    def _everybody(self) -> tuple[list[Subscriber], bool] | None:
        """Those who wait, and whether any of them is new: one glance, so that nobody comes between the two."""
        with self._lock:
            if self.stopping:
                for each in list(self._waiting):
                    self._end(each)
            joined, self._joined = self._joined, False
            if not self._waiting:
                self._thread = None
                return None
            return list(self._waiting), joined

    def _turn(self, watch: db.Watch, waiting: list[Subscriber], joined: bool) -> None:
        meetings = {each.meeting_id for each in waiting}
        found = watch.look(lambda connection: store.versions(connection, meetings), always=joined)
        for each in waiting if found is not None else ():
            version = (found or {}).get(each.meeting_id)
            each.hear(version) if version else self.leave(each)
        if self._is_time("check", CHECK):
            self._check(waiting)
        if self._is_time("here", presence.BEAT):
            presence.still_here({(each.meeting_id, presence.screen_of(each.key)) for each in waiting})

    def _check(self, waiting: list[Subscriber]) -> None:
        """Whoever was signed out or lost their place hears nothing more."""
        inside = identity.still_in({each.key for each in waiting})
        places = access.insiders({each.plan_id for each in waiting})
        for each in waiting:
            if each.key not in inside or (each.plan_id, each.person_id) not in places:
                self.leave(each)

    def _make_room(self, subscriber: Subscriber) -> None:
        """Whoever has many lines, with however many sign-ins, gives up the oldest to somebody who has two fewer."""
        held = Counter(each.person_id for each in self._waiting)
        most = max(held, key=held.__getitem__, default=subscriber.person_id)
        if held[most] < held[subscriber.person_id] + 2:
            raise Full
        self._end(next(each for each in self._waiting if each.person_id == most))

    def _is_time(self, what: str, every: float) -> bool:
        now = time.monotonic()
        if now < self._next.get(what, 0.0):
            return False
        self._next[what] = now + every
        return True

    def _end(self, subscriber: Subscriber) -> None:
        self._waiting.pop(subscriber, None)
        subscriber.end()
