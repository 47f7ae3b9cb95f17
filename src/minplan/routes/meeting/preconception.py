"""What a professional believes before a meeting stays in their browser; the page only says for how long."""

from datetime import timedelta

from minplan import clock
from minplan.meeting import MeetingView
from minplan.routes.meeting.blueprint import bp

A_DAY = timedelta(days=1)


@bp.app_template_global("hours_left")
def hours_left(found: MeetingView) -> float:
    """Until a day after the meeting; less than nothing when that is past. Counted, because clocks differ."""
    over = found.closed_at or found.starts + timedelta(minutes=found.minutes)
    return round((over + A_DAY - clock.now()) / timedelta(hours=1), 1)
