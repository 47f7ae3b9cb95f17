"""What is read of handovers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select

from minplan.access import Person, Plan
from minplan.handover.handover import Handover
from minplan.journal import Entry
from minplan.words import beside

_handover = Handover.__table__  # type: ignore[attr-defined]
_old = Person.__table__.alias("old")  # type: ignore[attr-defined]
_new = Person.__table__.alias("new")  # type: ignore[attr-defined]
_citizen = Person.__table__.alias("citizen")  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]

_reason, _REASON = beside("reason")
_page, _PAGE = beside("page")
_own, _OWN = beside("own")
_goodbye, _GOODBYE = beside("goodbye")
_FIELDS = (*_handover.c["id", "at", "page_id", "approved_at"], _old.c.name.label("old"), _new.c.name.label("new"))
# Taken back again, it was decided all the same: the journal knows.
_decided = (
    select(_entry.c.id)
    .where(_entry.c.plan_id == _handover.c.plan_id, _entry.c.subject_id == _handover.c.id)
    .where(_entry.c.verb == "approve_handover", _entry.c.after["sent"].as_boolean())
    .exists()
)
_ALL: Select[Any] = (
    select(*_FIELDS, *_REASON, *_PAGE, *_OWN, *_GOODBYE)
    .join(_new, _new.c.id == _handover.c.to_id)
    .outerjoin(_old, _old.c.id == _handover.c.from_id)
    .join(_reason, _reason.c.id == _handover.c.reason_id)
    .outerjoin(_page, _page.c.id == _handover.c.page_id)
    .outerjoin(_own, _own.c.id == _handover.c.citizen_page_id)
    .outerjoin(_goodbye, _goodbye.c.id == _handover.c.goodbye_id)
    .order_by(_handover.c.at, _handover.c.id)
)


def of_plan(connection: Connection, plan_id: UUID) -> list[Any]:
    """Every handover of a plan with all its words, the first first. For the citizen alone."""
    return list(connection.execute(_ALL.where(_handover.c.plan_id == plan_id)))


def to_person(connection: Connection, plan_id: UUID, person_id: UUID) -> Any | None:
    """The newest handover of a plan to this person: the citizen's page as `own_*`, only where it is sent."""
    sent = (_own.c.id == _handover.c.citizen_page_id) & _handover.c.approved_at.is_not(None)
    found = (
        select(*_FIELDS, *_OWN)
        .join(_new, _new.c.id == _handover.c.to_id)
        .outerjoin(_old, _old.c.id == _handover.c.from_id)
        .outerjoin(_own, sent)
        .where(_handover.c.plan_id == plan_id, _handover.c.to_id == person_id)
        .order_by(_handover.c.at.desc())
    )
    return connection.execute(found.limit(1)).first()


def is_decided(connection: Connection, handover_id: UUID) -> bool:
    """Whether the citizen has ever decided what the new contact person reads, or that it is nothing."""
    return connection.execute(select(_handover.c.id).where(_handover.c.id == handover_id, _decided)).first() is not None


def from_person(connection: Connection, person_id: UUID, since: datetime) -> list[Any]:
    """What this person has handed over and the citizen has not decided: their own words, and whose plan it was."""
    found = (
        select(*_FIELDS, _citizen.c.name.label("citizen"), *_PAGE, *_GOODBYE)
        .join(_new, _new.c.id == _handover.c.to_id)
        .join(_old, _old.c.id == _handover.c.from_id)
        .join(_plan, _plan.c.id == _handover.c.plan_id)
        .join(_citizen, _citizen.c.id == _plan.c.citizen_id)
        .outerjoin(_page, _page.c.id == _handover.c.page_id)
        .outerjoin(_goodbye, _goodbye.c.id == _handover.c.goodbye_id)
        .where(_handover.c.from_id == person_id, _handover.c.at >= since, ~_decided)
        .order_by(_handover.c.at.desc())
    )
    return list(connection.execute(found))
