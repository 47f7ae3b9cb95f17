"""Verbs: a meeting is called off, by either side; and the citizen cannot come today, which needs no reason."""

from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before.actions.telling import side
from minplan.meeting.before.store import load as before
from minplan.meeting.day.actions.telling import record
from minplan.meeting.day.ahead import AHEAD, must_be
from minplan.meeting.meeting import Meeting
from minplan.words import NewText


def cancel(by: UUID, plan: UUID, meeting: UUID, because: NewText | None = None) -> Outcome:
    """Call a meeting off. The municipality says why, the citizen only if they want to. Raises Invalid."""
    with access.change(by, plan, because) as change:
        change.may("cancel_meeting")
        if because is None and not change.viewer.is_citizen:
            raise Invalid({"because": "required"})
        return _call_off(change, meetings.load(change, meeting))


def say_absent(by: UUID, plan: UUID, meeting: UUID) -> Outcome:
    """The citizen cannot come. Everybody who comes hears of it, and nobody asks why."""
    with access.change(by, plan) as change:
        change.may("say_absent")
        return _call_off(change, meetings.load(change, meeting))


def _call_off(change: Change, row: Meeting) -> Outcome:
    if row.state == "cancelled":
        return Outcome("unchanged", row.id)
    must_be(row, AHEAD)
    row.sequence += row.state == "agreed"  # no calendar knows of what nobody had said yes to
    row.state, row.cancelled_by = "cancelled", side(change)
    row.offered_by, row.answer_by = None, None
    row.reason_id = change.reason_id()
    before.clear_offers(change, row.id)
    record(change, "cancel_meeting", row)
    return Outcome("done", row.id)
