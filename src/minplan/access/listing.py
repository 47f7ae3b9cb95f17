"""A list of citizens shows a little of each plan: that is told to each citizen, once a day for each reader."""

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
    rows = select(*_member.c[_SAME], literal(now, _opening.c.at.type), literal("list")).where(*theirs, ~_told(now))
    with db.writing() as session:
        session.execute(insert(Opening).from_select([*_SAME, "at", "what"], rows))


def note_list_of_system(person_id: UUID, plan_ids: Collection[UUID]) -> None:
    """The same of a system, which has no place on any plan. It pages all day long, and so is written down only where it
    is not yet."""
    if not plan_ids:
        return
    now = clock.now()
    as_system = (literal("system"), *_person.c["name", "role", "department"])
    who = (_plan.c.municipality_id, _plan.c.id, _person.c.id, *as_system)
    here = (_person.c.id == person_id, _plan.c.id.in_(plan_ids), _plan.c.municipality_id == _person.c.municipality_id)
    rows = select(*who, literal(now, _opening.c.at.type), literal("list")).where(
        *here, ~_told(now, _plan.c.id, _person.c.id)
    )
    with db.reading() as connection:
        untold = connection.execute(rows.limit(1)).first()
    if untold:
        with db.writing() as session:
            session.execute(insert(Opening).from_select([*_SAME, "at", "what"], rows))


def _told(now: datetime, plan: Any = _member.c.plan_id, person: Any = _member.c.person_id) -> Exists:
    begin = datetime.combine(clock.local(now).date(), time(), clock.COPENHAGEN)
    same = (_opening.c.plan_id == plan, _opening.c.person_id == person)
    return exists(literal(1)).where(*same, _opening.c.at >= begin, _opening.c.what == "list")
