"""The shapes in which a meeting is shown."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from minplan.words import Words


@dataclass(frozen=True, slots=True)
class Coming:
    """The meeting that is next, or going on, in the one line that the way has for it. `starts` is Danish wall time."""

    id: UUID
    kind: str
    state: str
    starts: datetime
    place: str
    mode: str
    offered_by: str | None


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of the agenda, and the name of who wrote it. `again`: an earlier meeting left it."""

    id: UUID
    text: Words
    by: str
    by_id: UUID | None
    picture: str | None
    outcome: str | None
    text_id: UUID
    again: bool
    by_citizen: bool
    by_system: bool


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """Somebody who comes, or whom the citizen has still to say yes to. `host`: the meeting is with them."""

    id: UUID
    person_id: UUID | None
    name: str
    role: str
    kind: str
    language: str | None
    answer: str
    asked_by: UUID | None
    host: bool
    why: Words | None


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with its agenda and who comes. `starts` and what else is a time of day is Danish wall time."""

    id: UUID
    kind: str
    state: str
    starts: datetime
    minutes: int
    place: str
    mode: str
    door: str | None
    link: str | None
    purpose: Words | None
    purpose_id: UUID | None
    decides: Words | None
    decides_id: UUID | None
    not_today: Words | None
    not_today_id: UUID | None
    reason: Words | None
    booked_by: UUID | None
    offered_by: str | None
    answer_by: date | None
    cancelled_by: str | None
    moved_by: str | None
    sequence: int
    arrived_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    attendance: tuple[AttendanceView, ...]
    agenda: tuple[PointView, ...]

    @property
    def ends(self) -> datetime:
        """When it is over, if it begins on time."""
        return (self.starts.astimezone(UTC) + timedelta(minutes=self.minutes)).astimezone(self.starts.tzinfo)

    @property
    def host(self) -> str | None:
        """The name of whom the meeting is with, if that was ever said."""
        return next((each.name for each in self.attendance if each.host), None)

    @property
    def people(self) -> tuple[str, ...]:
        """The names of those who come."""
        return tuple(each.name for each in self.attendance if each.answer == "coming")
