"""Verb: a meeting is moved. The other side says yes to a new time, unless both have already spoken about it."""

from datetime import datetime
from uuid import UUID

from minplan import access, clock
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before import rule
from minplan.meeting.before.actions.proposing import set_offers
from minplan.meeting.before.actions.telling import side
from minplan.meeting.before.frame import minutes_of
from minplan.meeting.before.store import load as before
from minplan.meeting.day.actions.telling import record
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting
from minplan.words import NewText

Rows = tuple[datetime | None, ...]


def move(
    by: UUID,
    plan: UUID,
    meeting: UUID,
    rows: Rows,
    seen: datetime,
    because: NewText | None = None,
    settled: bool = False,
) -> Outcome:
    """Move an agreed meeting to one of the times in `rows`, as in the rows of a form. Calendars hear of it.

    `seen` is when the mover saw that it begins. `settled`: both have agreed on the new time already, which only the
    municipality can write down. The outcome carries the promised day of the answer, where the citizen waits for one.
    Raises Invalid, and Conflict where somebody else has moved it meanwhile.
    """
    with access.change(by, plan, because) as change:
        change.may("move_meeting")
        row, times = meetings.load(change, meeting), rule.times(rows, change.at)
        if _is_moved(change, row, times):
            return Outcome("unchanged", row.id, row.answer_by)
        must_be(row, ("agreed",))
        change.compare("starts", seen, row.starts, times)
        _check(change, because, settled, times)
        old, length = row.starts, minutes_of(row)
        set_offers(change, row, times, length)
        if settled:
            _settle(change, row)
        row.moved_at, row.moved_by, row.reason_id = change.at, side(change), change.reason_id()
        row.arrived_at, row.sequence = None, row.sequence + 1
        record(change, "move_meeting", row, old=_plain(old), starts=_plain(row.starts))
        return Outcome("done", row.id, row.answer_by)


def _check(change: Change, because: NewText | None, settled: bool, times: list[datetime]) -> None:
    if not change.viewer.is_citizen and because is None:
        raise Invalid({"because": "required"})
    if settled and (change.viewer.is_citizen or len(times) != 1):
        raise Invalid({"settled": "one_time"})


def _is_moved(change: Change, row: Meeting, times: list[datetime]) -> bool:
    """Whether this side has moved it to exactly these times already: asked twice, done once."""
    if row.moved_by != side(change):
        return False
    if row.state == "agreed":
        return times == [row.starts]
    return row.state == "offered" and times == [offer.starts for offer in before.offers(change, row.id)]


def _settle(change: Change, row: Meeting) -> None:
    row.state, row.offered_by, row.answer_by = "agreed", None, None
    before.clear_offers(change, row.id)


def _plain(at: datetime) -> str:
    return clock.local(at).isoformat()
