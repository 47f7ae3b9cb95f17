"""The shapes in which a meeting is shown."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minplan.words import Words


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of the agenda, and the name of who wrote it."""

    text: Words
    by: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting. `starts` is Danish wall time."""

    id: UUID
    starts: datetime
    minutes: int
    place: str
    mode: str
    purpose: Words | None
    people: tuple[str, ...]
    agenda: tuple[PointView, ...]
