"""What goes with somebody who comes in no more: a professional's places, and all that a citizen lets others see."""

from uuid import UUID

from sqlmodel import Session

from minplan import access, db, journal, sharing
from minplan.access import OFFICE, Person
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.office.actions.places import leave_every_team
from minplan.office.actions.writing_down import write_down
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import people as store


def must_have_a_name(session: Session, by: Doorkeeper, person: Person) -> None:
    """What citizens read of it has somebody's name. Raises Invalid where there is none."""
    if by.person_id is None and (person.kind == "citizen" or store.team_plans(session.connection(), person.id)):
        raise Invalid({"by": "required"})


def end_all(by: Doorkeeper, person_id: UUID, is_new: bool = True) -> None:
    """At once, each plan in one change; done again where it was done, and is not `is_new`, it does nothing."""
    leave_every_team(by, person_id)
    with db.reading() as connection:
        plan = store.plan_of(connection, by.municipality_id, person_id)
    if plan and by.person_id:
        _close(by.person_id, plan, is_new)


def open_again(session: Session, by: Doorkeeper, person: Person) -> None:
    """Nothing that has ended begins again; but the systems that keep the case hear that there is one again."""
    plan = store.plan_of(session.connection(), by.municipality_id, person.id)
    if plan:
        after = {"by_name": by.name} if by.name else {}
        write_down(session, by, plan, Record("open_plan", "plan", plan, after=after, audience="citizen"))


def _close(by: UUID, plan: UUID, is_new: bool) -> None:
    with access.change(by, plan, relations=OFFICE) as change:
        change.may("close_plan")
        # Also where nothing ends: the systems that keep the case hear by it that there is none any more.
        told = journal.values_of(change.session, plan, plan, "close_plan")
        if sharing.end_everything(change) or is_new or not told:
            after = {"by_name": change.viewer.name}
            change.record(Record("close_plan", "plan", plan, after=after, audience="citizen"))
