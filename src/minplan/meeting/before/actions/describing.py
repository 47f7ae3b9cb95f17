"""Verbs: what a meeting is about, and where it is. Each field is written for itself."""

from datetime import timedelta
from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before.actions.telling import record
from minplan.meeting.before.commands import NewFrame
from minplan.meeting.before.frame import frame_of, frame_of_row
from minplan.meeting.before.store import load
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.day.ahead import AHEAD, GOING, must_be
from minplan.meeting.meeting import Meeting
from minplan.words import NewText

TEXTS = ("purpose", "decides", "not_today")


def describe(by: UUID, plan: UUID, meeting: UUID, field: str, text: NewText | None, seen: UUID | None) -> Outcome:
    """Why you meet, what is to be decided, or what is not talked about; None takes it away. Raises Conflict.

    `seen` is the id of the text that the writer saw.
    """
    with access.change(by, plan) as change:
        change.may("describe_meeting")
        row = meetings.load(change, meeting)
        must_be(row, GOING)
        must_come(change, meeting)
        if field not in TEXTS:
            raise Invalid({"field": "unknown"})
        current = change.words(getattr(row, f"{field}_id"))
        if current.says(text) if current and text else current is None and text is None:
            return Outcome("unchanged", row.id)
        change.compare(field, seen, current.id if current else None, mine=text)
        setattr(row, f"{field}_id", change.write(text).id if text else None)
        record(change, "describe_meeting", row, audience="room", field=field)
        return Outcome("done", row.id)


def place(by: UUID, plan: UUID, meeting: UUID, command: NewFrame, seen: str) -> Outcome:
    """Where it is, how to find in, and how long. Calendars hear of it. `seen` is the `frame` that the writer saw."""
    with access.change(by, plan) as change:
        change.may("describe_meeting")
        row = meetings.load(change, meeting)
        must_be(row, AHEAD)
        mine, current = frame_of(command), frame_of_row(row)
        if mine == current:
            return Outcome("unchanged", row.id)
        change.compare("frame", seen, current, mine)
        row.mode, row.place = command.mode, command.place
        row.door, row.link = command.door or None, command.link or None
        last(change, row, command.minutes)
        row.sequence += row.state == "agreed"  # no calendar knows of what nobody has said yes to
        record(change, "place_meeting", row, mode=row.mode)
        return Outcome("done", row.id)


def last(change: Change, row: Meeting, minutes: int) -> None:
    """It lasts so long, whichever of its times is chosen; within a change that tells the journal."""
    length = timedelta(minutes=minutes)
    row.ends = row.starts + length
    for offer in load.offers(change, row.id):
        offer.ends = offer.starts + length
