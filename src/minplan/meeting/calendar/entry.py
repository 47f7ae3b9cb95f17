"""The noun: a meeting as a calendar knows it. When, and nothing of why, with whom or where."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

OFF = "cancelled"


@dataclass(frozen=True, slots=True)
class Entry:
    """From when until when, and whether it is called off. A higher `sequence` takes the place of what was there.

    `place` is None wherever nobody asked for it.
    """

    id: UUID
    starts: datetime
    ends: datetime
    state: str
    sequence: int
    place: str | None = None

    @property
    def off(self) -> bool:
        """Nobody comes."""
        return self.state == OFF
