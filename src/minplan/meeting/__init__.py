"""The meeting: when and where, who comes and why, what each wants to say, the hour itself, and what was agreed."""

from minplan.meeting.agenda import OUTCOMES, AgendaPoint
from minplan.meeting.agreed import FITS, HOW, SAYS, Agreement, Confirmation, Expectation
from minplan.meeting.booking import ANSWERS, ATTENDING, NEEDS, Attendance, Need, TimeOffer
from minplan.meeting.day.agenda import add_point, move_point, pictures, remove_point, reword_point
from minplan.meeting.day.carrying import bring_along, settle_point
from minplan.meeting.meeting import KINDS, MODES, SIDES, STATES, Meeting
from minplan.meeting.read import coming, every, one
from minplan.meeting.room import CalendarFeed, JoinCode, Note, Presence
from minplan.meeting.views import AttendanceView, Coming, MeetingView, PointView

__all__ = [
    "ANSWERS",
    "ATTENDING",
    "FITS",
    "HOW",
    "KINDS",
    "MODES",
    "NEEDS",
    "OUTCOMES",
    "SAYS",
    "SIDES",
    "STATES",
    "AgendaPoint",
    "Agreement",
    "Attendance",
    "AttendanceView",
    "CalendarFeed",
    "Coming",
    "Confirmation",
    "Expectation",
    "JoinCode",
    "Meeting",
    "MeetingView",
    "Need",
    "Note",
    "PointView",
    "Presence",
    "TimeOffer",
    "add_point",
    "bring_along",
    "coming",
    "every",
    "move_point",
    "one",
    "pictures",
    "remove_point",
    "reword_point",
    "settle_point",
]
