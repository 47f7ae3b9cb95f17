"""Verb: a meeting begins."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete

from minplan import access, clock
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store
from minplan.meeting.booking import TimeOffer
from minplan.meeting.meeting import Meeting

_offer = TimeOffer.__table__.c  # type: ignore[attr-defined]


def may_open(state: str, day: date, today: date) -> bool:
    """Whether people who sit together can begin: what was agreed, or what was proposed for this very day."""
    return state == "agreed" or (state == "offered" and day == today)


def open_meeting(by: UUID, plan: UUID, meeting: UUID) -> Outcome:
    """The people sit together. Raises Invalid for a meeting that is over, called off, or only proposed for another day.

    What was typed in it is told once, by what comes of it: nobody is told that it began.
    """
    with access.change(by, plan) as change:
        change.may("open_meeting")
        row = store.load(change, meeting)
        if row.state == "open":
            return Outcome("unchanged", row.id)
        if not may_open(row.state, clock.local(row.starts).date(), change.today):
            raise Invalid({"meeting": "not_now"})
        before = row.state
        _begin(row)
        row.opened_at = change.at
        change.session.execute(delete(TimeOffer).where(_offer.meeting_id == row.id))
        state = {"before": {"state": before}, "after": {"state": "open"}}
        change.record(Record("open_meeting", "meeting", row.id, **state, audience="room"))
        return Outcome("done", row.id)


def _begin(row: Meeting) -> None:
    row.state, row.offered_by, row.answer_by = "open", None, None
