"""Verbs of the hour at which a meeting should begin: somebody is here, or it never came to it. That blames nobody."""

from uuid import UUID

from minplan import access, clock
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before.actions.telling import record, tell_others
from minplan.meeting.day import store
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting
from minplan.meeting.seats.actions.table import clear_table


def arrive(by: UUID, plan: UUID, meeting: UUID, here: bool = True) -> Outcome:
    """The citizen is here, or was tapped by mistake. Whoever comes late finds the meeting as it was agreed."""
    with access.change(by, plan) as change:
        change.may("arrive")
        row = meetings.load(change, meeting)
        if (row.arrived_at is not None) == here:
            return Outcome("unchanged", row.id)
        must_be(row, ("agreed", "open", "missed"))
        if not is_today(row):
            raise Invalid({"meeting": "not_today"})
        row.arrived_at = change.at if here else None
        row.state = "agreed" if row.state == "missed" else row.state
        change.record(Record("arrive", "meeting", row.id, after={"here": here}, audience="room"))
        if here and change.viewer.is_citizen:
            tell_others(change, row)
        return Outcome("done", row.id)


def say_missed(by: UUID, plan: UUID, meeting: UUID) -> Outcome:
    """They did not get to meet. Whose doing it was is written nowhere; the citizen is asked how they are.

    A room in which something was written is closed instead, with a next step. Raises Invalid, NotAllowed.
    """
    with access.change(by, plan) as change:
        change.may("say_missed")
        row = meetings.load(change, meeting)
        if row.state == "missed":
            return Outcome("unchanged", row.id)
        _check_missed(change, row)
        row.state, row.arrived_at = "missed", None
        clear_table(change, row.id)
        record(change, "miss_meeting", row)
        return Outcome("done", row.id)


def _check_missed(change: Change, row: Meeting) -> None:
    must_be(row, ("agreed", "open"))
    must_come(change, row.id)
    if row.starts > change.at:
        raise Invalid({"meeting": "not_yet"})
    if row.state == "open" and store.has_words(change, row.id):
        raise Invalid({"meeting": "meeting_has_words"})


def is_today(row: Meeting) -> bool:
    """Whether it is on this day in Denmark."""
    return clock.local(row.starts).date() == clock.today()
