"""Adding one person: a professional, or a citizen with a plan that begins today and somebody to turn to."""

from uuid import UUID

from sqlmodel import Session

from minplan import clock, identity, journal
from minplan.access import Membership, Person, Plan
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.office.commands import NewCitizen, NewPerson
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import people as store

FIRST = 1


def professional(session: Session, by: Doorkeeper, person_id: UUID, new: NewPerson) -> None:
    """Somebody who works here."""
    check_stand_in(session, by, person_id, new.stand_in)
    session.add(
        Person(
            id=person_id, municipality_id=by.municipality_id, kind=new.kind, name=new.name, language=new.language,
            email=new.email, department=new.department or None, role=new.role, phone=new.phone or None,
            hours=new.hours or None, stand_in_id=new.stand_in,
        )
    )  # fmt: skip
    session.flush()


def citizen(session: Session, by: Doorkeeper, person_id: UUID, new: NewCitizen, number: str) -> None:
    """A citizen, their plan, and their contact person on it. Raises Invalid."""
    contact = store.working(session, by.municipality_id, new.contact)
    if contact is None:
        raise Invalid({"contact": "unknown" if new.contact else "required"})
    kept = hashed(by, number) if number else None
    here = by.municipality_id
    session.add(
        Person(
            id=person_id, municipality_id=here, kind="citizen", name=new.name, language=new.language, number_hash=kept
        )
    )
    session.flush()
    plan = Plan(
        municipality_id=here, citizen_id=person_id, revision=FIRST, seen_revision=FIRST, created_at=clock.now()
    )
    session.add(plan)
    session.flush()
    session.add(
        Membership(
            plan_id=plan.id, person_id=contact.id, municipality_id=here, relation="contact", name=contact.name,
            role=contact.role, department=contact.department, phone=contact.phone, email=contact.email,
            since=clock.today(), seen_revision=FIRST,
        )
    )  # fmt: skip
    record = Record("begin", "plan", plan.id, after={"by_name": by.name} if by.name else {})
    journal.write(session, plan.id, FIRST, by.person_id, plan.created_at, record)
    session.flush()


def hashed(by: Doorkeeper, number: str) -> str:
    """What is kept of an id number. Raises Invalid for what is none, and for who could not sign in by it yet."""
    found = identity.number_hash(by.municipality_id, number)
    if found is None:
        raise Invalid({"number": "bad_id_number"})
    if identity.is_minor(number, clock.today()):
        raise Invalid({"number": "young"})
    return found


def check_stand_in(session: Session, by: Doorkeeper, person_id: UUID, stand_in: UUID | None) -> None:
    """Raise Invalid unless it is nobody, or another professional who is here."""
    if stand_in and (stand_in == person_id or store.working(session, by.municipality_id, stand_in) is None):
        raise Invalid({"stand_in": "unknown"})
