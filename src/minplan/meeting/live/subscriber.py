"""The noun: one screen that waits for news of one meeting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event
from uuid import UUID

BEAT = 15.0  # seconds; what stands between takes a line for dead on which nothing is said


@dataclass(eq=False, slots=True)
class Subscriber:
    """Who waits, by the hashed `key` of their sign-in, and which version of the room their screen shows."""

    key: str
    person_id: UUID
    plan_id: UUID
    meeting_id: UUID
    shows: str
    over: bool = False
    _latest: str = ""
    _wake: Event = field(default_factory=Event)

    def hear(self, version: str) -> None:
        """The room is at this version."""
        if version != self._latest:
            self._latest = version
            self._wake.set()

    def end(self) -> None:
        """There is nothing more to hear."""
        self.over = True
        self._wake.set()

    def news(self) -> Iterator[str | None]:
        """Each version that this screen does not show yet; None where it was quiet for a while. Until it is over."""
        while not self.over:
            if not self._wake.wait(BEAT):
                yield None
                continue
            self._wake.clear()
            if not self.over and self._latest != self.shows:
                self.shows = self._latest
                yield self.shows
