"""Somebody who works in another department from now on: what a yes to the old one opened is closed again."""

from typing import Any
from uuid import UUID

from sqlmodel import Session

from minplan import access, clock
from minplan.access import Membership, Person
from minplan.journal import Record
from minplan.journey import TRACKS
from minplan.office.actions.writing_down import write_down
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import people as store


def hold(session: Session, person_id: UUID) -> None:
    """No yes is said or taken back on their plans until this is done. Before the person is locked: plans come first."""
    store.hold_plans(session, person_id)


def to_department(session: Session, by: Doorkeeper, person: Person, changed: dict[str, Any]) -> None:
    """Give each place of this person that runs the department of their card, when that is about to change.

    Nothing opens by it: a yes to the new department opens when it is said, or when they get a place. But
    the systems of the contact person's department hear of the plan, and those of the one before do no more.
    """
    if "department" not in changed:
        return
    for place in store.running_places(session, person.id):
        if place.relation == "contact" and place.department != changed["department"]:
            write_down(session, by, place.plan_id, _moved(place, changed["department"]))
        _move(session, place, changed["department"])


def _moved(place: Membership, department: str | None) -> Record:
    """The citizen reads it: other systems than before may read what is a part of the case."""
    before, after = {"department": place.department}, {"name": place.name, "department": department}
    return Record("move_contact", "person", place.person_id, before=before, after=after, audience="citizen")


def _move(session: Session, place: Membership, department: str | None) -> None:
    was, now = (
        access.shared_with(session, place.plan_id, each, clock.today()) for each in (place.department, department)
    )
    place.department = department
    closed = was - now
    if place.relation == "team":
        hidden = access.kept_tracks(place.hidden) | closed
        place.hidden = ",".join(track for track in TRACKS if track in hidden)
    if closed:
        access.no_more_news(session, place.plan_id, [place.person_id], clock.now())
