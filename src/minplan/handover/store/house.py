"""Who works in a municipality, and whose contact person each of them is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from minplan import clock
from minplan.access import Membership, Person, Plan, is_here
from minplan.handover.handover import Handover
from minplan.handover.store.change import KINDS

_person = Person.__table__  # type: ignore[attr-defined]
_asker = _person.alias("asker")
_citizen = _person.alias("citizen")
_contact = _person.alias("contact")
_other = _person.alias("other")
_plan = Plan.__table__  # type: ignore[attr-defined]
_place = Membership.__table__  # type: ignore[attr-defined]
_handover = Handover.__table__  # type: ignore[attr-defined]


def colleagues(connection: Connection, by: UUID) -> Sequence[Any]:
    """Those of the same municipality who can be somebody's contact person, by name; without `by` themselves."""
    found = (
        select(*_person.c["id", "name", "phone"])
        .join(_asker, _asker.c.municipality_id == _person.c.municipality_id)
        .where(_asker.c.id == by, _person.c.id != by, _person.c.kind.in_(KINDS), _here(_person))
        .order_by(_person.c.name, _person.c.id)
    )
    return connection.execute(found).all()


def citizens(connection: Connection, by: UUID) -> Sequence[Any]:
    """Every citizen of the same municipality with a plan, and who is their contact person, None for nobody."""
    contact = (_place.c.plan_id == _plan.c.id) & (_place.c.relation == "contact")
    found = (
        select(
            _plan.c.id.label("plan_id"), _citizen.c.name.label("citizen"), _place.c.person_id.label("contact_id"),
            _contact.c.name.label("contact"), _place.c.role,
        )
        .join(_citizen, _citizen.c.id == _plan.c.citizen_id)
        .join(_asker, (_asker.c.municipality_id == _plan.c.municipality_id) & (_asker.c.id == by))
        .outerjoin(_place, contact)
        .outerjoin(_contact, _contact.c.id == _place.c.person_id)
        .where(_here(_citizen))
        .order_by(_contact.c.name, _place.c.person_id, _citizen.c.name)
    )  # fmt: skip
    return connection.execute(found).all()


def changes(connection: Connection, by: UUID, since: datetime) -> Sequence[Any]:
    """The changes of contact person in the same municipality: of which plan, and away from whom."""
    found = (
        select(_handover.c["plan_id", "from_id"])
        .join(_asker, (_asker.c.municipality_id == _handover.c.municipality_id) & (_asker.c.id == by))
        .where(_handover.c.at >= since, _handover.c.from_id.is_not(None))
    )
    return connection.execute(found).all()


def about(connection: Connection, by: UUID) -> Any:
    """A professional as they tell of themselves, with the telephone that plans show where they have told none."""
    shown = select(func.min(_place.c.phone)).where(_place.c.person_id == by).scalar_subquery()
    columns = (*_person.c["kind", "name", "hours", "hello", "stand_in_id"], func.coalesce(_person.c.phone, shown))
    return connection.execute(select(*columns[:-1], columns[-1].label("phone")).where(_person.c.id == by)).one()


def reach(connection: Connection, person_id: UUID) -> Any:
    """How somebody is reached, and who answers when they are not there, unless that one has left."""
    stands_in = (_other.c.id == _person.c.stand_in_id) & _here(_other)
    columns = (*_person.c["phone", "hours"], _other.c.name.label("stand_in"), _other.c.phone.label("stand_in_phone"))
    found = select(*columns).select_from(_person.outerjoin(_other, stands_in)).where(_person.c.id == person_id)
    return connection.execute(found).one()


def _here(table: Any) -> Any:
    return is_here(table, clock.today())
