"""People and their places. Each query names the municipality, so that none can reach into another.

Whom a citizen has asked to stand by them is not the municipality's to know: supporters are nobody here.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select
from sqlmodel import Session

from minplan import clock
from minplan.access import Membership, Person, Plan, has_left, is_here, kinds_for, place_lasts

_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_CONTACT_FOR = (
    select(func.count())
    .where(_member.c.person_id == _person.c.id, _member.c.relation == "contact")
    .scalar_subquery()
    .label("contact_for")
)
_ROW = (*_person.c["id", "kind", "name", "email", "role", "department", "ended_on"], _CONTACT_FOR)


def people(connection: Connection, municipality: str, name: str, most: int) -> list[Row[Any]]:
    """The first `most` people by name, of those whose name holds `name`."""
    found = select(*_ROW).where(_person.c.municipality_id == municipality, _known())
    if name:
        found = found.where(_person.c.name.icontains(name, autoescape=True))
    return list(connection.execute(found.order_by(func.lower(_person.c.name), _person.c.id).limit(most)))


def one(connection: Connection, municipality: str, person_id: UUID) -> Row[Any] | None:
    """One person with their plan, where they have one."""
    more = (*_person.c["language", "phone", "hours", "stand_in_id"], _plan.c.id.label("plan_id"))
    found = select(*_ROW, *more).outerjoin(_plan, _plan.c.citizen_id == _person.c.id)
    here = (_person.c.id == person_id, _person.c.municipality_id == municipality, _known())
    return connection.execute(found.where(*here)).one_or_none()


def places(connection: Connection, municipality: str, plan_id: UUID) -> list[Row[Any]]:
    """The professionals on a plan, the contact person first."""
    found = select(*_member.c["person_id", "name", "relation", "role", "department", "since"])
    here = (_member.c.plan_id == plan_id, _member.c.municipality_id == municipality)
    found = found.where(*here, _member.c.relation.in_(["contact", "team"]), _runs())
    return list(connection.execute(found.order_by(_member.c.relation, _member.c.position)))


def citizens_of(connection: Connection, person_id: UUID) -> list[Row[Any]]:
    """Whose contact person somebody is: the citizens' ids and names."""
    found = select(_person.c.id, _person.c.name).join(_plan, _plan.c.citizen_id == _person.c.id)
    found = found.join(_member, (_member.c.plan_id == _plan.c.id) & (_member.c.relation == "contact"))
    return list(connection.execute(found.where(_member.c.person_id == person_id).order_by(_person.c.name)))


def colleagues(connection: Connection, municipality: str) -> list[Row[Any]]:
    """Those who can have a place on a plan, by name."""
    found = select(*_person.c["id", "name", "role", "department"])
    here = (_person.c.municipality_id == municipality, _person.c.kind.in_(kinds_for("team")), _is_here())
    return list(connection.execute(found.where(*here).order_by(func.lower(_person.c.name))))


def load(session: Session, municipality: str, person_id: UUID) -> Person | None:
    """One person of the municipality, locked until the end of the change."""
    return load_all(session, municipality, person_id).get(person_id)


def load_all(session: Session, municipality: str, *person_ids: UUID) -> dict[UUID, Person]:
    """People of the municipality by id, locked until the end of the change, by everybody in the same order."""
    here = (_person.c.id.in_(person_ids), _person.c.municipality_id == municipality, _known())
    # Whoever only refers to them, as every entry of a journal does to its writer, need not wait.
    found = session.execute(select(Person).where(*here).order_by(_person.c.id).with_for_update(key_share=True))
    return {person.id: person for person in found.scalars()}


def working(session: Session, municipality: str, person_id: UUID | None) -> Person | None:
    """A professional of the municipality who has not left."""
    found = load(session, municipality, person_id) if person_id else None
    return found if found and not has_left(found, clock.today()) and found.kind in kinds_for("team") else None


def contact_for(session: Session, person_id: UUID) -> int:
    """Whose contact person they are, counted."""
    found = select(func.count()).where(_member.c.person_id == person_id, _member.c.relation == "contact")
    return session.execute(found).scalar_one()


def team_plans(connection: Connection, person_id: UUID) -> list[UUID]:
    """The plans on which they are in the team today."""
    found = select(_member.c.plan_id).where(_member.c.person_id == person_id, _member.c.relation == "team", _runs())
    return list(connection.execute(found).scalars())


def plan_of(connection: Connection, municipality: str, person_id: UUID) -> UUID | None:
    """The plan that a citizen has."""
    own = (_plan.c.citizen_id == person_id, _plan.c.municipality_id == municipality)
    return connection.execute(select(_plan.c.id).where(*own)).scalar_one_or_none()


def hold_plans(session: Session, person_id: UUID) -> None:
    """The plans on which they have a place stand still until the end of the change."""
    mine = select(_member.c.plan_id).where(_member.c.person_id == person_id)
    session.execute(select(_plan.c.id).where(_plan.c.id.in_(mine)).order_by(_plan.c.id).with_for_update())


def running_places(session: Session, person_id: UUID) -> list[Membership]:
    """The places that a professional has on plans today."""
    work = (_member.c.person_id == person_id, _member.c.relation.in_(["contact", "team"]), _runs())
    return list(session.execute(select(Membership).where(*work)).scalars())


def last_position(session: Session, plan_id: UUID) -> int:
    """Where the newest in the team stands."""
    return session.execute(select(func.max(_member.c.position)).where(_member.c.plan_id == plan_id)).scalar() or 0


def _runs() -> Any:
    return place_lasts(_member, clock.today())


def _known() -> Any:
    return _person.c.kind.not_in(["supporter", "system"])


def _is_here() -> Any:
    return is_here(_person, clock.today())
