"""Verbs: read a plan without a place on it, in an emergency: for an hour, with a reason, and the citizen is told."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from minplan import access, clock, db
from minplan.access import Emergency
from minplan.errors import NotFound
from minplan.office.commands import NewEmergency
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import openings as store

LASTS = timedelta(hours=1)


def at_the_glass(by: Doorkeeper, plan: UUID) -> None:
    """Raise NotFound unless this person has just found the citizen by number: nobody tries addresses here."""
    by.must("open_in_emergency")
    with db.reading() as connection:
        near = by.person_id and store.looked_up(connection, by.person_id, plan, clock.now() - LASTS)
    if not near:
        raise NotFound


def running(by: Doorkeeper, plan: UUID) -> Any:
    """The reason, beginning and end of the emergency in which this person reads this plan; None where there is none."""
    by.must("open_in_emergency")
    with db.reading() as connection:
        return store.emergency(connection, by.person_id, plan, clock.now()) if by.person_id else None


def open_in_emergency(by: Doorkeeper, plan: UUID, new: NewEmergency) -> bool:
    """Let this person read the plan for an hour, and tell the citizen at once; False where they are reading already."""
    if running(by, plan):
        return False
    at_the_glass(by, plan)
    citizen, now = access.citizen_of(plan), clock.now()
    if citizen is None or by.person_id is None:
        raise NotFound
    with db.writing() as session:
        store.lock_plan(session, plan)  # of several presses of one button the first is the one
        if store.emergency(session.connection(), by.person_id, plan, now):
            return False
        session.add(
            Emergency(
                municipality_id=by.municipality_id, plan_id=plan, person_id=by.person_id,
                reason=new.reason, at=now, until=now + LASTS,
            )
        )  # fmt: skip
        access.tell(session, by.municipality_id, plan, [citizen], "emergency", now)
    return True
