"""Verbs that read: who is here, and at which version the room is that the reader is shown."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from minplan import clock
from minplan.access import View
from minplan.errors import NotFound
from minplan.meeting.live import store

GONE = timedelta(seconds=45)  # without a sign of life


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody with a screen in the room, the field that they are in, and the ready sentence that they hold up."""

    name: str
    side: str
    touching: str | None
    says: str | None
    own: bool


def screen_of(key: str) -> str:
    """What a screen is called among the others: a part of its sign-in's hashed key, which tells nobody anything."""
    return key[:16]


def room_version(view: View, meeting: UUID) -> str:
    """The version that this meeting of the plan is at; raises NotFound."""
    found = store.version(view.connection, view.plan.id, meeting)
    if found is None:
        raise NotFound
    return found


def who_is_here(view: View, meeting: UUID, key: str) -> list[Present]:
    """Who is here, as the browser of this (hashed) key sees them, the citizen first."""
    rows = store.present(view.connection, meeting, clock.now() - GONE)
    own = screen_of(key)
    return [Present(row.name, row.side, row.touching, row.says, row.screen == own) for row in rows]
