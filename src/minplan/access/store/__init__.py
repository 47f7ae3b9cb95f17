"""Every query about people and their places on plans."""

from minplan.access.store.insiders import insiders
from minplan.access.store.people import (
    anybody,
    citizen_of,
    contact_for,
    database_answers,
    demo_people,
    person,
    staff_by_email,
)
from minplan.access.store.places import YES_UNTIL, find, find_for_system, viewer

__all__ = [
    "YES_UNTIL",
    "anybody",
    "citizen_of",
    "contact_for",
    "database_answers",
    "demo_people",
    "find",
    "find_for_system",
    "insiders",
    "person",
    "staff_by_email",
    "viewer",
]
