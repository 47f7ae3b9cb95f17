"""What the verbs share: the meeting that is going on, its rows, and the journal."""

from typing import Any
from uuid import UUID

from minplan.access import Change, tracks_of
from minplan.journal import Record
from minplan.meeting import store as meetings
from minplan.meeting.agreed import Agreement, Expectation
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule, store

OPEN = ("open",)


def going_on(change: Change, meeting: UUID) -> Meeting:
    """The meeting, while it is going on. Raises NotFound, and Invalid where it is not."""
    change.may("write_in_meeting")
    row = meetings.load(change, meeting)
    must_be(row, OPEN)
    must_come(change, row.id)
    return row


def agreements(change: Change, meeting: UUID) -> list[Agreement]:
    """What stands as agreed, in its order."""
    found = [row for row in store.rows(change, Agreement, meeting) if not row.gone]
    return sorted(found, key=lambda row: (row.position, str(row.id)))


def expectations(change: Change, meeting: UUID) -> list[Expectation]:
    """What stands as expected."""
    return [row for row in store.rows(change, Expectation, meeting) if not row.gone]


def seen(change: Change, meeting: UUID) -> list[Agreement]:
    """What stands as agreed, as far as this person sees it."""
    return [row for row in agreements(change, meeting) if change.viewer.sees(row.kind, tracks_of(row.tracks))]


def before_eyes(change: Change, meeting: UUID) -> tuple[str, str]:
    """The mark of what this person sees there now, and the ids that it covers; no ids where nothing is hidden."""
    found = seen(change, meeting)
    about = rule.named(row.id for row in found) if change.viewer.hidden else ""
    return rule.digest(found, expectations(change, meeting)), about


def record(change: Change, verb: str, meeting: UUID, **after: Any) -> None:
    """Tell the journal what was typed in the room; its history is told by what came of it."""
    change.record(Record(verb, "meeting", meeting, after=after, audience="room"))
