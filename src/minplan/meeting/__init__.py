"""The meeting: when and where, who comes and why, what each wants to say, the hour itself, and what was agreed."""

from minplan.meeting.agenda import OUTCOMES, AgendaPoint
from minplan.meeting.agreed import FITS, HOW, SAYS, Agreement, Confirmation, Expectation
from minplan.meeting.before.actions.answering import accept, none_fits
from minplan.meeting.before.actions.describing import TEXTS, describe, place
from minplan.meeting.before.actions.needs import answer_need, say_needs
from minplan.meeting.before.actions.people import answer_guest, invite
from minplan.meeting.before.actions.proposing import offer, propose
from minplan.meeting.before.commands import (
    MINUTES,
    NeedAnswer,
    NewFrame,
    NewGuest,
    NewMeeting,
    NewNeeds,
    NewTimes,
)
from minplan.meeting.before.read import booked, card, rhythm, told
from minplan.meeting.before.rule import MOST
from minplan.meeting.before.views import Booked, Card, NeedView, OfferView, Told
from minplan.meeting.booking import ANSWERS, ATTENDING, NEEDS, Attendance, Need, TimeOffer
from minplan.meeting.calendar.actions.feed import end_feed, end_feed_in, feed_since, fetch_feed, renew_feed
from minplan.meeting.calendar.actions.one import calendar_file
from minplan.meeting.day.actions.agenda import add_point, move_point, pictures, remove_point, reword_point
from minplan.meeting.day.actions.calling_off import cancel, say_absent
from minplan.meeting.day.actions.carrying import bring_along, settle_point
from minplan.meeting.day.actions.here import arrive, say_missed
from minplan.meeting.day.actions.moving import move
from minplan.meeting.day.ahead import AHEAD, GOING
from minplan.meeting.hour.actions.drafts import save_draft
from minplan.meeting.hour.actions.opening import open_meeting
from minplan.meeting.hour.actions.sharing import remove_note, share_draft, share_note
from minplan.meeting.hour.read import notes, said, said_before
from minplan.meeting.hour.rule import Draft
from minplan.meeting.hour.views import Notes, NoteView
from minplan.meeting.live.actions.hub import Full
from minplan.meeting.live.actions.presence import Here, be_here, leave_room
from minplan.meeting.live.actions.stirring import stir
from minplan.meeting.live.actions.subscribing import end_subscriptions, subscribe, unsubscribe
from minplan.meeting.live.read import Present, room_version, who_is_here
from minplan.meeting.live.subscriber import Subscriber
from minplan.meeting.meeting import KINDS, MODES, SIDES, STATES, Meeting
from minplan.meeting.outcome.actions.agreeing import agree, agree_ready, remove_agreement
from minplan.meeting.outcome.actions.closing import close_meeting
from minplan.meeting.outcome.actions.confirming import confirm
from minplan.meeting.outcome.actions.expecting import (
    expect,
    fit_expectation,
    remove_expectation,
    reword_expectation,
)
from minplan.meeting.outcome.actions.fields import (
    reword_agreement,
    set_ball,
    set_day,
    set_kind,
    set_law,
    set_milestone,
    set_other,
)
from minplan.meeting.outcome.commands import NAME, NewAgreement, NewClosing, NewConfirmation
from minplan.meeting.outcome.read import ended_with, last_time, mark_of, outcome
from minplan.meeting.outcome.views import AgreementView, ConfirmationView, ExpectationView, LastTime, OutcomeView
from minplan.meeting.read import coming, every, one, tally
from minplan.meeting.room import CalendarFeed, JoinCode, Note, Presence
from minplan.meeting.seats.actions.codes import code_state, make_code
from minplan.meeting.seats.actions.joining import Table, open_code, sit_down
from minplan.meeting.seats.actions.table import SeatView, clear_table, end_seat, has_closed, leave, seats
from minplan.meeting.store import load
from minplan.meeting.views import AttendanceView, Coming, MeetingView, PointView

__all__ = [
    "MINUTES",
    "AHEAD",
    "ANSWERS",
    "ATTENDING",
    "FITS",
    "GOING",
    "HOW",
    "KINDS",
    "MODES",
    "MOST",
    "NAME",
    "NEEDS",
    "OUTCOMES",
    "SAYS",
    "SIDES",
    "STATES",
    "TEXTS",
    "AgendaPoint",
    "Agreement",
    "AgreementView",
    "Attendance",
    "AttendanceView",
    "Booked",
    "CalendarFeed",
    "Card",
    "Coming",
    "Confirmation",
    "ConfirmationView",
    "Draft",
    "Expectation",
    "ExpectationView",
    "Full",
    "Here",
    "JoinCode",
    "LastTime",
    "Meeting",
    "MeetingView",
    "Need",
    "NeedAnswer",
    "NeedView",
    "NewAgreement",
    "NewClosing",
    "NewConfirmation",
    "NewFrame",
    "NewGuest",
    "NewMeeting",
    "NewNeeds",
    "NewTimes",
    "Note",
    "NoteView",
    "Notes",
    "OfferView",
    "OutcomeView",
    "PointView",
    "Presence",
    "Present",
    "SeatView",
    "Subscriber",
    "Table",
    "TimeOffer",
    "Told",
    "accept",
    "add_point",
    "agree",
    "agree_ready",
    "answer_guest",
    "answer_need",
    "arrive",
    "be_here",
    "booked",
    "bring_along",
    "calendar_file",
    "cancel",
    "card",
    "clear_table",
    "close_meeting",
    "code_state",
    "coming",
    "confirm",
    "describe",
    "end_feed",
    "end_feed_in",
    "end_seat",
    "end_subscriptions",
    "ended_with",
    "every",
    "expect",
    "feed_since",
    "fetch_feed",
    "fit_expectation",
    "has_closed",
    "invite",
    "last_time",
    "load",
    "mark_of",
    "leave",
    "leave_room",
    "make_code",
    "move",
    "move_point",
    "none_fits",
    "notes",
    "offer",
    "one",
    "open_code",
    "open_meeting",
    "outcome",
    "pictures",
    "place",
    "propose",
    "remove_agreement",
    "remove_expectation",
    "remove_note",
    "remove_point",
    "renew_feed",
    "reword_agreement",
    "reword_expectation",
    "reword_point",
    "rhythm",
    "room_version",
    "said",
    "said_before",
    "save_draft",
    "say_absent",
    "say_missed",
    "say_needs",
    "seats",
    "set_ball",
    "set_day",
    "set_kind",
    "set_law",
    "set_milestone",
    "set_other",
    "settle_point",
    "share_draft",
    "share_note",
    "sit_down",
    "stir",
    "subscribe",
    "tally",
    "told",
    "unsubscribe",
    "who_is_here",
]
