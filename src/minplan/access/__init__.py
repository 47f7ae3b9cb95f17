"""Access: who may come in, and what they may touch. Every plan is reached through this door."""

from minplan.access.change import Change, change
from minplan.access.membership import Member, Membership, Viewer, contact_sees, kept_tracks, tracks_of
from minplan.access.one_time import put, take
from minplan.access.person import Person, PersonView
from minplan.access.plan import Plan, PlanCover
from minplan.access.policy import NO, PROPOSE, WISH, YES, Verdict, on_plan, on_step
from minplan.access.store import (
    anybody,
    citizen_of,
    contact_for,
    database_answers,
    demo_people,
    person,
    plans_of_member,
    staff_by_email,
)
from minplan.access.view import View, view

__all__ = [
    "NO",
    "PROPOSE",
    "WISH",
    "YES",
    "Change",
    "Member",
    "Membership",
    "Person",
    "PersonView",
    "Plan",
    "PlanCover",
    "Verdict",
    "View",
    "Viewer",
    "anybody",
    "change",
    "citizen_of",
    "contact_for",
    "contact_sees",
    "database_answers",
    "demo_people",
    "kept_tracks",
    "on_plan",
    "on_step",
    "person",
    "plans_of_member",
    "put",
    "staff_by_email",
    "take",
    "tracks_of",
    "view",
]
