"""Verb: one meeting as a file for somebody's calendar."""

from datetime import UTC, timedelta

from minplan import clock
from minplan.errors import NotFound
from minplan.language import Translator
from minplan.meeting.calendar.entry import OFF, Entry
from minplan.meeting.calendar.file import compose_one
from minplan.meeting.views import MeetingView

NO_TIME_YET = "offered"


def calendar_file(meeting: MeetingView, translator: Translator, address: str, placed: bool = False) -> bytes:
    """The file; one that was called off takes it out again. `placed` says where, too: whoever fetches it chooses.

    `address` is where they sign in and read more. Raises NotFound as long as no time holds.
    """
    if meeting.state == NO_TIME_YET:
        raise NotFound
    starts = meeting.starts.astimezone(UTC)  # from here on an hour is an hour, whatever the clocks do that night
    ends = starts + timedelta(minutes=meeting.minutes)
    place = meeting.place if placed and meeting.state != OFF else None
    entry = Entry(meeting.id, starts, ends, meeting.state, meeting.sequence, place)
    return compose_one(entry, translator, address, clock.now())
