"""Who a document speaks of: always a new citizen, a contact person known by the e-mail, and the team."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import access
from minplan.access import Membership, Person
from minplan.exchange.shapes import Values

FIRST = 1


def citizen(session: Session, document: Values) -> UUID:
    """A new citizen."""
    person = Person(kind="citizen", name=document["citizen"]["name"], language=document["citizen"]["language"])
    session.add(person)
    session.flush()
    return person.id


def contact(session: Session, document: Values) -> UUID:
    """The member of staff with the contact's e-mail, however it is written; a new one when nobody has it."""
    email = document["contact"]["email"].lower()
    if access.staff_by_email(session, email) is None:
        enter(session, Person(kind="staff", name=document["contact"]["name"], email=email))
    known = access.staff_by_email(session, email)
    assert known is not None
    return known.id


def enter(session: Session, person: Person) -> bool:
    """Add somebody with an e-mail; False when somebody else has entered the same one in this very moment."""
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError:
        return False
    return True


def team(session: Session, document: Values) -> list[UUID]:
    """The other professionals; without an e-mail nobody knows whether they are somebody known."""
    people = [Person(kind="staff", name=member["name"]) for member in document["team"]]
    session.add_all(people)
    session.flush()
    return [person.id for person in people]


def places(document: Values, plan_id: UUID, contact_id: UUID, team_ids: list[UUID]) -> Iterator[Membership]:
    """Their places on the plan, with what this document says of them."""
    yield Membership(
        plan_id=plan_id, person_id=contact_id, relation="contact", seen_revision=FIRST, **document["contact"]
    )
    for position, (member, person_id) in enumerate(zip(document["team"], team_ids, strict=True), start=1):
        yield Membership(
            plan_id=plan_id, person_id=person_id, relation="team", position=position, seen_revision=FIRST, **member
        )
