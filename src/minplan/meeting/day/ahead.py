"""Rule: what can still be changed about a meeting."""

from minplan.errors import Invalid
from minplan.meeting.meeting import Meeting

AHEAD = ("offered", "agreed")
GOING = (*AHEAD, "open")


def must_be(row: Meeting, states: tuple[str, ...]) -> None:
    """Raise Invalid for a meeting that is in none of these states: what was meant to be done comes too late."""
    if row.state not in states:
        raise Invalid({"meeting": "meeting_changed"})
