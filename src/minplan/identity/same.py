"""Verb: somebody who came in to stand by a citizen turns out to be somebody whom the municipality knows by number."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Column, delete, or_, select, update
from sqlmodel import Session

from minplan import clock, db
from minplan.access import Membership, Notice, Person, Plan
from minplan.identity.sign_in import SignIn
from minplan.journal import Entry

_person = Person.__table__.c  # type: ignore[attr-defined]
_place = Membership.__table__.c  # type: ignore[attr-defined]
_plan = Plan.__table__.c  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]


def make_one(session: Session, supporter: Person, person: Person) -> None:
    """All that is the supporter's is this person's from now on, also how a provider calls them; the other is gone.

    Where both have a place on the same plan, or it is this person's own plan, the supporter's gives way.
    """
    _hold_plans(session, supporter.id)
    _make_room(session, supporter.id, person.id)
    for gone in (SignIn, Notice):
        session.execute(delete(gone).where(gone.person_id == supporter.id))  # type: ignore[arg-type]
    for column in to_people():
        session.execute(update(column.table).where(column == supporter.id).values({column.name: person.id}))
    about = update(_entry).where(_entry.c.subject == "person", _entry.c.subject_id == supporter.id)
    session.execute(about.values(subject_id=person.id))
    session.delete(supporter)
    session.flush()


def to_people() -> Iterable[Column[Any]]:
    """Every column of the house that names a person."""
    for table in db.metadata().sorted_tables:
        yield from (key.parent for key in table.foreign_keys if key.column is _person.id)


def _hold_plans(session: Session, person_id: UUID) -> None:
    mine = select(_place.plan_id).where(_place.person_id == person_id)
    session.execute(select(_plan.id).where(_plan.id.in_(mine)).order_by(_plan.id).with_for_update())


def _make_room(session: Session, supporter: UUID, person: UUID) -> None:
    over = delete(Membership).where(_place.person_id == person, _place.until < clock.today())
    session.execute(over.where(_place.plan_id.in_(select(_place.plan_id).where(_place.person_id == supporter))))
    taken = select(_place.plan_id).where(_place.person_id == person)
    own = select(_plan.id).where(_plan.citizen_id == person)
    theirs = or_(_place.plan_id.in_(taken), _place.plan_id.in_(own))
    session.execute(delete(Membership).where(_place.person_id == supporter, theirs))
