"""What citizens have said yes to, for whom it concerns."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from minplan.access import Consent, Membership

_consent = Consent.__table__  # type: ignore[attr-defined]
_contact = Membership.__table__.alias("contact")  # type: ignore[attr-defined]
# A yes about what a citizen keeps from their contact person tells that there is something to keep.
_told = or_(_contact.c.hidden.is_(None), ~_contact.c.hidden.contains(_consent.c.topic))


def of_departments(departments: Collection[str]) -> ColumnElement[bool]:
    """That it is to one of these departments."""
    return _consent.c.department.in_(departments)


def sharing_of(names: Collection[str] | None) -> ColumnElement[bool]:
    """That it is about being told, of a plan whose contact person's department goes by one of these names, or any."""
    sharing = _consent.c.kind == "sharing"
    return sharing if names is None else and_(sharing, _contact.c.department.in_(names))


def found(
    connection: Connection, municipality: str, *only: ColumnElement[bool], after: UUID | None = None, most: int = 1000
) -> list[Any]:
    """So many that all of `only` hold for, by id; none about what is kept from the contact person."""
    with_contact = and_(_contact.c.plan_id == _consent.c.plan_id, _contact.c.relation == "contact")
    here = [_consent.c.municipality_id == municipality, _told, *only, *([_consent.c.id > after] if after else [])]
    rows = select(_consent).outerjoin(_contact, with_contact).where(*here).order_by(_consent.c.id).limit(most)
    return list(connection.execute(rows))


def of_plan(plan_id: UUID) -> ColumnElement[bool]:
    """That it is on this plan."""
    return _consent.c.plan_id == plan_id  # type: ignore[no-any-return]
