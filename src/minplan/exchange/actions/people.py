"""Who a document speaks of: always a new citizen, a contact person known by the e-mail, and the team."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import access
from minplan.access import Membership, Person, Plan
from minplan.exchange.shapes import Values

FIRST = 1


def citizen(session: Session, document: Values, municipality: str) -> UUID:
    """A new citizen."""
    said = document["citizen"]
    person = Person(municipality_id=municipality, kind="citizen", name=said["name"], language=said["language"])
    session.add(person)
    session.flush()
    return person.id


def contact(session: Session, document: Values, municipality: str) -> UUID:
    """The member of staff with the contact's e-mail, however it is written; a new one when nobody has it."""
    email = document["contact"]["email"].lower()
    if access.staff_by_email(session, email, municipality) is None:
        enter(session, _staff(document["contact"] | {"email": email}, municipality))
    known = access.staff_by_email(session, email, municipality)
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


def team(session: Session, document: Values, municipality: str) -> list[UUID]:
    """The other professionals; without an e-mail nobody knows whether they are somebody known."""
    people = [_staff({**member, "email": None}, municipality) for member in document["team"]]
    session.add_all(people)
    session.flush()
    return [person.id for person in people]


def _staff(said: Values, municipality: str) -> Person:
    """Somebody new who works here, as the document says."""
    shown = {name: said[name] for name in ("email", "role", "department", "phone") if said.get(name)}
    return Person(municipality_id=municipality, kind="staff", name=said["name"], **shown)


def places(document: Values, plan: Plan, contact_id: UUID, team_ids: list[UUID]) -> Iterator[Membership]:
    """Their places on the plan, with what this document says of them."""
    said = [("contact", contact_id, document["contact"])]
    said += [("team", person_id, member) for member, person_id in zip(document["team"], team_ids, strict=True)]
    for position, (relation, person_id, values) in enumerate(said):
        yield Membership(
            plan_id=plan.id, person_id=person_id, municipality_id=plan.municipality_id, relation=relation,
            position=position, seen_revision=FIRST, **values,
        )  # fmt: skip
