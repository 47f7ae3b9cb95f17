"""The noun: a sign-in as each request meets it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ContactCard:
    """The citizen's one contact person on their plan, and who stands in for them."""

    plan_id: UUID
    name: str
    role: str
    phone: str | None
    email: str | None
    hours: str | None
    stand_in: str | None
    stand_in_phone: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """Who has signed in, until when they are in unless they go on, and what every page shows them.

    `ends_at` is the nearer of the two limits, `latest` the one that nothing moves. `contact` is a citizen's alone.
    `supporting` says that they stand by somebody. With a `meeting_id` this is a seat at that meeting's table, on the
    plan `meeting_plan_id`, in the name of the citizen who sits there: it reaches nothing else.
    """

    person_id: UUID
    municipality_id: str
    name: str
    kind: str
    language: str
    ends_at: datetime
    latest: datetime
    unread: int
    supporting: bool
    privacy_seen: str | None
    contact: ContactCard | None
    meeting_id: UUID | None = None
    meeting_plan_id: UUID | None = None
    device: str = ""
