"""Since last time: what was agreed then, and what has become of it."""

from typing import Any

from minplan import access, meeting as meetings
from minplan.meeting import MeetingView


def for_room(view: access.View, found: MeetingView) -> dict[str, Any]:
    """The meeting before this one, None where there was none."""
    return {"last": meetings.last_time(view, found)}
