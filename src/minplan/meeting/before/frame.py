"""Rule: where a meeting is and how long, in one line that a form can carry and somebody else's can be told from."""

from typing import Any

from minplan.meeting.meeting import Meeting

_PARTS = ("mode", "place", "door", "link")


def frame_of(shown: Any) -> str:
    """Of whatever has the parts of a frame, and its `minutes`."""
    return _line(shown, shown.minutes)


def frame_of_row(row: Meeting) -> str:
    """The same of a meeting as it is kept."""
    return _line(row, minutes_of(row))


def minutes_of(row: Meeting) -> int:
    """How long a meeting lasts."""
    return round((row.ends - row.starts).total_seconds() / 60)


def _line(found: Any, minutes: int) -> str:
    return "|".join([*(getattr(found, name) or "" for name in _PARTS), str(minutes)])
