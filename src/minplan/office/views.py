"""What the office's pages and commands are given. Nothing of a plan's content is among it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in the list of people. `contact_for` counts the citizens whose contact person they are."""

    id: UUID
    kind: str
    name: str
    email: str | None
    role: str
    department: str | None
    ended_on: date | None
    contact_for: int


@dataclass(frozen=True, slots=True)
class Place:
    """A professional's place on a citizen's plan: who it is, and in which capacity."""

    person_id: UUID
    name: str
    relation: str
    role: str
    department: str | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that the office keeps of one person. A citizen has a plan and the professionals on it; `citizens` are
    those, by id and name, whose contact person this is."""

    id: UUID
    kind: str
    name: str
    language: str
    email: str | None
    department: str | None
    role: str
    phone: str | None
    hours: str | None
    stand_in: UUID | None
    ended_on: date | None
    citizens: tuple[tuple[UUID, str], ...]
    plan_id: UUID | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A citizen found by number: enough to greet them by. `relation` is the place that the finder has, if any."""

    plan_id: UUID
    name: str
    token: str | None
    relation: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One person's openings of one plan on one day, worth a look for the reasons `whys`."""

    id: int
    person_id: UUID
    name: str
    role: str
    department: str | None
    relation: str
    citizen: str
    first: datetime
    last: datetime
    times: int
    whys: tuple[str, ...]
    reasons: tuple[str, ...]
    checked_at: datetime | None
    checked_by: str | None
