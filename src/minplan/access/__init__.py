"""Access: who may come in, and what they may touch. Every plan is reached through this door."""

from minplan.access.change import Change, change
from minplan.access.consent import Consent
from minplan.access.emergency import Emergency
from minplan.access.eyes import begin_consent, close_what_is_over, end_consent
from minplan.access.following import all_within, views
from minplan.access.hearing import no_more_news, shared_with, sharing_runs
from minplan.access.listing import note_case_of_system, note_list, note_list_of_system
from minplan.access.membership import (
    INSIDERS,
    OFFICE,
    SHARES,
    SUPPORTERS,
    TRACKS,
    Member,
    Membership,
    Viewer,
    contact_sees,
    kept_tracks,
    lasts,
    named_tracks,
    place_lasts,
    tracks_of,
)
from minplan.access.municipality import HOME, Municipality
from minplan.access.notice import WHATS, Mail, Notice
from minplan.access.one_time import first, peek, put, take
from minplan.access.opening import PAGES, Opening
from minplan.access.person import KINDS, Person, PersonView, has_left, is_here
from minplan.access.plan import Plan, PlanCover
from minplan.access.policy import NO, PROPOSE, WISH, YES, Verdict, kinds_for, on_house, on_plan, on_step, reaches
from minplan.access.store import (
    YES_UNTIL,
    anybody,
    citizen_of,
    contact_for,
    database_answers,
    demo_people,
    insiders,
    person,
    staff_by_email,
    viewer,
)
from minplan.access.tell import ADDRESS, tell
from minplan.access.together import together
from minplan.access.view import View, note, view, within

__all__ = [
    "ADDRESS",
    "HOME",
    "INSIDERS",
    "KINDS",
    "NO",
    "OFFICE",
    "PAGES",
    "PROPOSE",
    "SHARES",
    "SUPPORTERS",
    "TRACKS",
    "WHATS",
    "WISH",
    "YES",
    "YES_UNTIL",
    "Change",
    "Consent",
    "Emergency",
    "Mail",
    "Member",
    "Membership",
    "Municipality",
    "Notice",
    "Opening",
    "Person",
    "PersonView",
    "Plan",
    "PlanCover",
    "Verdict",
    "View",
    "Viewer",
    "all_within",
    "anybody",
    "begin_consent",
    "change",
    "citizen_of",
    "close_what_is_over",
    "contact_for",
    "contact_sees",
    "database_answers",
    "demo_people",
    "end_consent",
    "first",
    "has_left",
    "insiders",
    "is_here",
    "kept_tracks",
    "kinds_for",
    "lasts",
    "named_tracks",
    "no_more_news",
    "note",
    "note_case_of_system",
    "note_list",
    "note_list_of_system",
    "on_house",
    "on_plan",
    "on_step",
    "person",
    "place_lasts",
    "peek",
    "put",
    "reaches",
    "shared_with",
    "sharing_runs",
    "staff_by_email",
    "take",
    "tell",
    "together",
    "tracks_of",
    "view",
    "views",
    "viewer",
    "within",
]
