"""Rule: what waits for a professional, and in which order. What is hidden from them does not wait for them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from minplan.access import Viewer, tracks_of
from minplan.desk.glance import CitizenRow, Matter
from minplan.dialogue import Waiting
from minplan.journey.drawing import day_of
from minplan.journey.turn import is_mine
from minplan.words import words_of

_GROUPS = ("here", "asked", "late", "waiting", "wins", "quiet")
_RANK = {"call": 0, "proposal": 1, "meeting": 2, "step": 3}


def of_steps(rows: Sequence[Any], viewer: Viewer, names: Sequence[str], today: date) -> list[Matter]:
    """The steps that wait for this professional alone."""
    mine = (row for row in rows if is_mine(row.ball, row.ball_name, viewer, names))
    own = (row for row in mine if row.ball == "municipality")
    return [_matter("step", row, day_of(row), today, row.state, row.since) for row in own]


def of_calls(calls: Iterable[Waiting], viewer: Viewer) -> list[Matter]:
    """The citizen's calls; the contact person is the one who answers."""
    if viewer.relation != "contact":
        return []
    return [Matter("call", each.thread_id, each.since, each.promised, each.passed, each.topic, None) for each in calls]


def of_proposals(rows: Sequence[Any], viewer: Viewer, today: date) -> list[Matter]:
    """The citizen's proposals and wishes; the contact person is the one who answers."""
    if viewer.relation != "contact":
        return []
    seen = (row for row in rows if on_open_track(row, viewer))
    return [_proposal(row, today) for row in seen]


def of_meetings(rows: Iterable[Any], viewer: Viewer, today: date) -> list[Matter]:
    """The times that the citizen has proposed or asked for; the contact person is the one who answers."""
    if viewer.relation != "contact":
        return []
    asked = (row for row in rows if row.offered_by == "citizen" and row.answer_by)
    return [Matter("meeting", row.id, None, row.answer_by, row.answer_by < today, "", None) for row in asked]


def moved(rows: Iterable[Any], viewer: Viewer) -> bool:
    """Whether something has changed that this professional may know of."""
    return any(row.moved and on_open_track(row, viewer) for row in rows)


def reads(row: Any, viewer: Viewer) -> bool:
    """Whether what `row` is about exists for this viewer; `row` has the step's kind and tracks, None for no step."""
    return row.tracks is None or viewer.sees(row.kind, tracks_of(row.tracks))


def on_open_track(row: Any, viewer: Viewer) -> bool:
    """The same, for what may also lie on a track of its own."""
    return row.track not in viewer.hidden and reads(row, viewer)


def pressing(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Somebody who has called first, then broken promises, then what has waited longest."""
    return tuple(sorted(matters, key=_pressing))


def ordered(rows: Iterable[CitizenRow]) -> list[CitizenRow]:
    """The list: calls, broken promises, what waits for the reader (longest first), new wins, the others by name."""
    return sorted(rows, key=_place)


def this_week(rows: Iterable[CitizenRow], today: date) -> list[CitizenRow]:
    """Those whose next meeting is agreed and falls before Monday, the first first."""
    monday = today + timedelta(days=7 - today.weekday())
    met = [(row.meeting.starts, row) for row in rows if row.meeting and row.meeting.agreed]
    return [row for starts, row in sorted(met, key=lambda each: each[0]) if starts.date() < monday]


def _pressing(matter: Matter) -> tuple[bool, bool, date, int]:
    return matter.what != "call", not matter.passed, _since(matter), _RANK[matter.what]


def _place(row: CitizenRow) -> tuple[int, bool, date, str]:
    late, since = (row.matter.passed, _since(row.matter)) if row.matter else (False, date.max)
    return _GROUPS.index(row.group), not late, since, row.name.casefold()


def _since(matter: Matter) -> date:
    return matter.since or matter.promised or date.max


def _proposal(row: Any, today: date) -> Matter:
    # Who talks about it has kept the promise of an answer.
    found = _matter("proposal", row, row.promised, today, row.what, row.since)
    return replace(found, passed=False, talking=True) if row.status == "talk" else found


def _matter(what: Any, row: Any, promised: date | None, today: date, about: str, since: date) -> Matter:
    passed = promised is not None and promised < today
    return Matter(what, row.id, since, promised, passed, about, words_of(row, "title"))
