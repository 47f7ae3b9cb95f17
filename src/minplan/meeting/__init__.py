"""The meeting: the hour together, where it is, who comes, and what each wants to talk about."""

from minplan.meeting.meeting import MODES, AgendaPoint, Meeting
from minplan.meeting.read import coming, every
from minplan.meeting.views import MeetingView, PointView

__all__ = ["MODES", "AgendaPoint", "Meeting", "MeetingView", "PointView", "coming", "every"]
