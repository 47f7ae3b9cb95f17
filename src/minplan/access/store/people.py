"""Who there is: people by id and by address, and whether the database answers at all."""

from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from minplan import db
from minplan.access.membership import Membership
from minplan.access.municipality import HOME
from minplan.access.person import Person, PersonView
from minplan.access.plan import Plan

_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_PERSON_FIELDS = tuple(_person.c[name] for name in PersonView.__slots__)


def person(person_id: UUID) -> PersonView | None:
    """One person, or None."""
    with db.reading() as connection:
        row = connection.execute(select(*_PERSON_FIELDS).where(_person.c.id == person_id)).one_or_none()
    return PersonView(*row) if row else None


def anybody(connection: Connection) -> bool:
    """Whether anybody is known here at all."""
    return connection.execute(select(_person.c.id).limit(1)).first() is not None


def demo_people() -> list[PersonView]:
    """Everybody, for the demo's sign-in: citizens first, by name."""
    with db.reading() as connection:
        people = select(*_PERSON_FIELDS).where(_person.c.kind != "system")
        rows = connection.execute(people.order_by(_person.c.kind, _person.c.name))
        return [PersonView(*row) for row in rows]


def contact_for() -> dict[UUID, list[str]]:
    """Whose contact person somebody is: the citizens' names by the professional's id, for the demo's sign-in."""
    contacts = select(_member.c.person_id, _person.c.name).where(_member.c.relation == "contact")
    found: dict[UUID, list[str]] = {}
    with db.reading() as connection:
        whose = contacts.join(_plan, _plan.c.id == _member.c.plan_id).join(_person, _person.c.id == _plan.c.citizen_id)
        for person_id, name in connection.execute(whose.order_by(_person.c.name)):
            found.setdefault(person_id, []).append(name)
    return found


def staff_by_email(session: Session, email: str, municipality: str = HOME) -> Person | None:
    """The member of staff of a municipality that this address is, or None."""
    here = (_person.c.email == email, _person.c.municipality_id == municipality)
    return session.execute(select(Person).where(*here)).scalar_one_or_none()


def citizen_of(plan_id: UUID) -> UUID | None:
    """Whose plan this is; None where there is no such plan."""
    with db.reading() as connection:
        return connection.execute(select(_plan.c.citizen_id).where(_plan.c.id == plan_id)).scalar()


def database_answers() -> bool:
    """Whether a question to the database comes back, with this version's tables in it; never raises."""
    try:
        with db.reading() as connection:
            connection.execute(select(_person.c.id).limit(1))
    except (SQLAlchemyError, OSError):
        return False
    return True
