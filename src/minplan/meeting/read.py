"""Verbs that read: the next meeting, and all of them. A meeting is hidden from nobody who has a place on the plan."""

from itertools import groupby
from typing import Any

from minplan import clock
from minplan.access import View
from minplan.meeting import store
from minplan.meeting.views import MeetingView, PointView
from minplan.words import words_of


def coming(view: View) -> MeetingView | None:
    """The next meeting, or the one that is going on; None where none is planned."""
    found = store.coming(view.connection, view.plan.id, clock.now())
    return _meeting(found) if found else None


def every(view: View) -> tuple[MeetingView, ...]:
    """All meetings, those that are over too, in the order in which they were written down."""
    found = store.every(view.connection, view.plan.id)
    return tuple(_meeting(list(rows)) for _, rows in groupby(found, key=lambda row: row.id))


def _meeting(rows: list[Any]) -> MeetingView:
    first = rows[0]
    return MeetingView(
        id=first.id,
        starts=clock.local(first.starts),
        minutes=round((first.ends - first.starts).total_seconds() / 60),
        place=first.place,
        mode=first.mode,
        purpose=words_of(first, "purpose"),
        people=tuple(first.people),
        agenda=tuple(PointView(words, row.by_name) for row in rows if (words := words_of(row, "said"))),
    )
