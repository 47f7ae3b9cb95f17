"""The plans of which a system may hear, page by page, in a number of selects that no page changes."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, false, or_, select

from minplan import clock, content
from minplan.access import TRACKS, Consent, Membership, Person, Plan, is_here, named_tracks
from minplan.sync.in_case import InCase
from minplan.words import beside

_plan = Plan.__table__  # type: ignore[attr-defined]
_contact = Membership.__table__.alias("contact")  # type: ignore[attr-defined]
_consent = Consent.__table__  # type: ignore[attr-defined]
_in_case = InCase.__table__  # type: ignore[attr-defined]
_is_contact = _contact.c.relation == "contact"
_citizen = Person.__table__.alias("citizen")  # type: ignore[attr-defined]
_ALL_KEPT = named_tracks(TRACKS)
_horizon, _horizon_columns = beside("horizon")


def own_names(connection: Connection, municipality: str, departments: Collection[str]) -> frozenset[str]:
    """The names by which contact persons' departments go here, of those that these ids stand for."""
    names = select(_contact.c.department).where(_contact.c.municipality_id == municipality, _is_contact).distinct()
    found = connection.execute(names.where(_contact.c.department.is_not(None))).scalars()
    return frozenset(name for name in found if (content.department_called(name) or name) in departments)


def heard(
    connection: Connection, municipality: str, hears: ColumnElement[bool], after: UUID | None, most: int
) -> list[Any]:
    """Plans by id, with their contact person's department and what is kept from them; none whose citizen has left."""
    found = select(*_plan.c["id", "citizen_id", "created_at"], *_contact.c["person_id", "department", "hidden"])
    joined = found.outerjoin(_contact, and_(_contact.c.plan_id == _plan.c.id, _is_contact))
    joined = joined.join(_citizen, and_(_citizen.c.id == _plan.c.citizen_id, is_here(_citizen, clock.today())))
    here = [_plan.c.municipality_id == municipality, hears, *([_plan.c.id > after] if after else [])]
    return list(connection.execute(joined.where(*here).order_by(_plan.c.id).limit(most)))


def hears_as_own(names: Collection[str] | None) -> ColumnElement[bool]:
    """That the contact person is of a department of these names, or of any; and not everything is kept from them."""
    not_all = or_(_contact.c.hidden.is_(None), _contact.c.hidden != _ALL_KEPT)
    if names is None:
        return not_all
    return and_(_contact.c.department.in_(names), not_all) if names else false()


def hears_by_yes(departments: Collection[str], today: date) -> ColumnElement[bool]:
    """That the citizen's yes to one of these departments runs, about a track that is not kept."""
    shown = or_(_contact.c.hidden.is_(None), ~_contact.c.hidden.contains(_consent.c.topic))
    runs = select(_consent.c.id).where(_consent.c.plan_id == _plan.c.id, *_runs(departments, today), shown)
    return runs.correlate(_plan, _contact).exists()


def shared(
    connection: Connection, plans: Collection[UUID], departments: Collection[str], today: date
) -> dict[UUID, set[str]]:
    """The tracks of each plan to which the citizen has said yes, for these departments."""
    found: dict[UUID, set[str]] = {}
    said = select(_consent.c.plan_id, _consent.c.topic).where(_consent.c.plan_id.in_(plans), *_runs(departments, today))
    for plan, topic in connection.execute(said):
        found.setdefault(plan, set()).add(topic)
    return found


def closed(connection: Connection, plans: Collection[UUID], today: date) -> frozenset[UUID]:
    """Those of the plans whose citizen has left."""
    left = select(_plan.c.id).join(_citizen, _citizen.c.id == _plan.c.citizen_id)
    found = left.where(_plan.c.id.in_(plans), ~is_here(_citizen, today))
    return frozenset(connection.execute(found).scalars())


def horizons(connection: Connection, plans: Collection[UUID]) -> dict[UUID, Any]:
    """The good life of each plan whose citizen has made it a part of the case, in the words that stand there now."""
    found = select(_plan.c.id, *_horizon_columns).join(_horizon, _horizon.c.id == _plan.c.horizon_id)
    shown = and_(_in_case.c.subject_id == _plan.c.id, _in_case.c.text_id == _plan.c.horizon_id)
    rows = connection.execute(found.join(_in_case, shown).where(_plan.c.id.in_(plans)))
    return {row.id: row for row in rows}


def of_citizen(connection: Connection, municipality: str, citizen_id: UUID) -> UUID | None:
    """The plan of a citizen of this municipality, or None."""
    here = (_plan.c.municipality_id == municipality, _plan.c.citizen_id == citizen_id)
    return connection.execute(select(_plan.c.id).where(*here)).scalar()


def here(connection: Connection, municipality: str, id: str) -> UUID | None:
    """The plan of this municipality with an id of ours, or None; also for what is no id."""
    try:
        own = UUID(id)
    except ValueError:
        return None
    if str(own) != id.lower():
        return None
    this = (_plan.c.municipality_id == municipality, _plan.c.id == own)
    return connection.execute(select(_plan.c.id).where(*this)).scalar()


def _runs(departments: Collection[str], today: date) -> tuple[ColumnElement[bool], ...]:
    c: Any = _consent.c
    return c.kind == "sharing", c.withdrawn_at.is_(None), c.until >= today, c.department.in_(departments)
