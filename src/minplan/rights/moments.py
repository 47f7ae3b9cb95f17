"""Which moment a citizen is in, for what they read first: before a meeting, while they wait, or any other day."""

from datetime import timedelta

from minplan import clock, dialogue, meeting
from minplan.access import View

SOON = timedelta(days=14)


def moment_of(view: View) -> str:
    """The moment of this plan today. A meeting within two weeks is nearest; then what somebody waits for."""
    today = clock.today()
    for each in meeting.every(view):
        if each.state in meeting.GOING and today <= each.starts.date() <= today + SOON:
            return "before_meeting"
    return "waiting" if dialogue.open_threads(view) else "anytime"
