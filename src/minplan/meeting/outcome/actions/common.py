"""What the verbs share: the meeting that is going on, its rows, and the journal."""

from typing import Any
from uuid import UUID

from minplan.access import Change
from minplan.journal import Record
from minplan.meeting import store as meetings
from minplan.meeting.agreed import Agreement, Expectation
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule, store

OPEN = ("open",)


def going_on(change: Change, meeting: UUID) -> Meeting:
    """The meeting, while it is going on. Raises NotFound, and Invalid where it is not."""
    change.may("write_in_meeting")
    row = meetings.load(change, meeting)
    must_be(row, OPEN)
    return row


def agreements(change: Change, meeting: UUID) -> list[Agreement]:
    """What stands as agreed, in its order."""
    found = [row for row in store.rows(change, Agreement, meeting) if not row.gone]
    return sorted(found, key=lambda row: (row.position, str(row.id)))


def expectations(change: Change, meeting: UUID) -> list[Expectation]:
    """What stands as expected."""
    return [row for row in store.rows(change, Expectation, meeting) if not row.gone]


def digest(change: Change, meeting: UUID) -> str:
    """The mark of what stands there now."""
    return rule.digest(agreements(change, meeting), expectations(change, meeting))


def record(change: Change, verb: str, meeting: UUID, **after: Any) -> None:
    """Tell the journal what was typed in the room; its history is told by what came of it."""
    change.record(Record(verb, "meeting", meeting, after=after, audience="room"))
