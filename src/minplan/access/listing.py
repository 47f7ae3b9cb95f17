"""Who has many plans before them at once is told to each citizen: of a list once a day, of a case once an hour."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Exists, exists, insert, literal, select

from minplan import clock, db
from minplan.access.membership import INSIDERS, Membership
from minplan.access.opening import Opening
from minplan.access.person import Person
from minplan.access.plan import Plan
from minplan.access.view import AN_HOUR

_member = Membership.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_opening = Opening.__table__  # type: ignore[attr-defined]
_SAME = ("municipality_id", "plan_id", "person_id", "relation", "name", "role", "department")


def note_list(person_id: UUID, plan_ids: Collection[UUID]) -> None:
    """Write down that `person_id` has a list with these plans before them; in one statement, however many there are.

    Whoever calls this shows nothing before it.
    """
    if not plan_ids:
        return
    now = clock.now()
    theirs = (_member.c.person_id == person_id, _member.c.plan_id.in_(plan_ids), _member.c.relation.in_(INSIDERS))
    rows = select(*_member.c[_SAME], literal(now, _opening.c.at.type), literal("list"))
    told = _told(_member.c.plan_id, _member.c.person_id, "list", _morning(now))
    with db.writing() as session:
        session.execute(insert(Opening).from_select([*_SAME, "at", "what"], rows.where(*theirs, ~told)))


def note_list_of_system(person_id: UUID, plan_ids: Collection[UUID]) -> None:
    """The same of a system, which has no place on any plan."""
    now = clock.now()
    _note_of_system(person_id, plan_ids, "list", now, _morning(now))


def note_case_of_system(person_id: UUID, plan_ids: Collection[UUID]) -> None:
    """Write down that something of the case of each of these plans is handed out to a system, once an hour.

    Whoever calls this hands nothing out before it, and names no plan of which there was nothing to hand out.
    """
    now = clock.now()
    _note_of_system(person_id, plan_ids, "case", now, now - AN_HOUR)


def _note_of_system(person_id: UUID, plan_ids: Collection[UUID], what: str, now: datetime, since: datetime) -> None:
    """It asks all day long, and so is written down only where it is not yet: who reads makes no writer wait."""
    if not plan_ids:
        return
    as_system = (literal("system"), *_person.c["name", "role", "department"])
    who = (_plan.c.municipality_id, _plan.c.id, _person.c.id, *as_system)
    here = (_person.c.id == person_id, _plan.c.id.in_(plan_ids), _plan.c.municipality_id == _person.c.municipality_id)
    told = _told(_plan.c.id, _person.c.id, what, since)
    rows = select(*who, literal(now, _opening.c.at.type), literal(what)).where(*here, ~told)
    with db.reading() as connection:
        untold = connection.execute(rows.limit(1)).first()
    if untold:
        with db.writing() as session:
            session.execute(insert(Opening).from_select([*_SAME, "at", "what"], rows))


def _morning(now: datetime) -> datetime:
    return datetime.combine(clock.local(now).date(), time(), clock.COPENHAGEN)


def _told(plan: Any, person: Any, what: str, since: datetime) -> Exists:
    same = (_opening.c.plan_id == plan, _opening.c.person_id == person, _opening.c.what == what)
    return exists(literal(1)).where(*same, _opening.c.at >= since)
