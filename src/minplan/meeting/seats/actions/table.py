"""Verbs: which screens sit at the table, and the end of one or of all. Both sides see them and can end each."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from minplan import access, clock, db, identity
from minplan.access import Change, View
from minplan.errors import NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting.seats import store

NEW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class SeatView:
    """A screen at the table, since when in Danish wall time. `own` is the one of who looks, `new` has just come."""

    id: UUID
    device: str
    since: datetime
    own: bool
    new: bool


def seats(view: View, meeting_id: UUID, own: str = "") -> tuple[SeatView, ...]:
    """The screens that came in by a code and still sit there. `own` is the hashed key of the one that asks."""
    now = clock.now()
    return tuple(
        SeatView(row.id, row.device, clock.local(row.began_at), row.key == own, row.began_at > now - NEW)
        for row in store.seats(view.connection, view.plan.id, meeting_id, now)
    )


def has_closed(meeting_id: UUID) -> bool:
    """Whether the meeting at which a screen sat was held to its end."""
    with db.reading() as connection:
        return store.has_closed(connection, meeting_id)


def end_seat(by: UUID, plan: UUID, meeting_id: UUID, seat: UUID, own: str | None = None) -> Outcome:
    """Nobody sits there any more. With `own`, the hashed key of a seat itself, it ends no other than its own.

    Raises NotFound for what never was a seat of this meeting.
    """
    with access.change(by, plan) as change:
        change.may("end_seat")
        row = store.seat(change.session, meeting_id, seat)
        if row is None or row.plan_id != plan or row.device is None or own not in (None, row.device):
            raise NotFound
        return _ended(change, meeting_id, row.device)


def leave(by: UUID, plan: UUID, meeting_id: UUID, own: str) -> Outcome:
    """The screen with this hashed key goes from the table by itself."""
    with access.change(by, plan) as change:
        change.may("end_seat")
        return _ended(change, meeting_id, own)


def clear_table(change: Change, meeting_id: UUID) -> None:
    """The meeting is over: every seat ends, and no code lets anybody in any more."""
    identity.leave_seats(change.session, meeting_id)
    store.remove_unused(change.session, meeting_id)


def _ended(change: Change, meeting_id: UUID, key: str) -> Outcome:
    if not identity.leave_seats(change.session, meeting_id, key):
        return Outcome("unchanged", meeting_id)
    change.record(Record("end_seat", "meeting", meeting_id, audience="room"))
    return Outcome("done", meeting_id)
