"""Verbs: say yes to one of the times, or that none of them fits."""

from datetime import datetime
from uuid import UUID

from minplan import access, clock, journey
from minplan.access import Change
from minplan.errors import Conflict, Invalid
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before.actions.telling import record, side
from minplan.meeting.before.frame import frame_of_row
from minplan.meeting.before.store import load
from minplan.meeting.booking import TimeOffer
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting


def accept(by: UUID, plan: UUID, meeting: UUID, starts: datetime, seen: str | None = None) -> Outcome:
    """Say yes to the time that begins at `starts`. Raises Conflict where it is not proposed any more.

    `seen` is the `frame` that the yes is to: somewhere else, or longer, is another meeting.
    """
    with access.change(by, plan) as change:
        change.may("answer_meeting")
        row = meetings.load(change, meeting)
        if row.state == "agreed" and row.starts == starts:
            return Outcome("unchanged", row.id)
        must_be(row, ("offered",))
        found = _offered(change, row, starts)
        if seen is not None:
            change.compare("frame", seen, frame_of_row(row), starts)
        _agree(change, row, found)
        record(change, "agree_meeting", row, kind=row.kind, starts=clock.local(row.starts).isoformat())
        return Outcome("done", row.id)


def none_fits(by: UUID, plan: UUID, meeting: UUID) -> Outcome:
    """The citizen asks for other times: the municipality proposes them by a promised day."""
    with access.change(by, plan) as change:
        change.may("answer_meeting")
        row = meetings.load(change, meeting)
        must_be(row, ("offered",))
        if row.offered_by == "citizen":
            return Outcome("unchanged", row.id, row.answer_by)
        if not change.viewer.is_citizen:
            raise Invalid({"answer": "unknown"})
        load.clear_offers(change, row.id)
        row.offered_by, row.answer_by = "citizen", journey.answer_by(change.today)
        record(change, "ask_for_times", row, kind=row.kind)
        return Outcome("done", row.id, row.answer_by)


def _offered(change: Change, row: Meeting, starts: datetime) -> TimeOffer:
    """One of the other side's times that has not gone by."""
    times = [offer for offer in load.offers(change, row.id) if offer.side != side(change)]
    found = next((offer for offer in times if offer.starts == starts), None)
    if found is None:
        raise Conflict("starts", mine=starts, theirs=[offer.starts for offer in times])
    if found.ends <= change.at:
        raise Invalid({"starts": "past"})
    return found


def _agree(change: Change, row: Meeting, offer: TimeOffer) -> None:
    row.starts, row.ends = offer.starts, offer.ends
    row.state, row.offered_by, row.answer_by = "agreed", None, None
    row.sequence += row.sequence > 0  # calendars that know the old time hear of this one
    load.clear_offers(change, row.id)
