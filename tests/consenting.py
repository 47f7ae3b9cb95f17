"""Props about consents: Amira says yes, something happens on her plan, and who was told."""

from uuid import UUID

from cast import Plan, said
from sqlalchemy import select

from minplan import clock, db, journey, sharing
from minplan.access import Membership, Notice

HEALTH = "sharing.health_health"


def works_in(amira: Plan, person: UUID, department: str) -> None:
    """The department that somebody's place on her plan names."""
    with db.writing() as session:
        session.get_one(Membership, (amira.id, person)).department = department


def give(amira: Plan, item: str = HEALTH, lang: str = "da") -> UUID:
    """Her yes to an item."""
    found = sharing.give_consent(amira.citizen, amira.id, item, lang)
    assert found.kind == "done" and found.subject_id
    return found.subject_id


def add_win(amira: Plan, by: UUID, step: UUID | None) -> None:
    """Something new, on a step or on the plan as a whole."""
    text = said(f"Nr. {clock.now().isoformat()}")
    journey.add_win(by, amira.id, journey.NewWin(text=text, step=step))


def told() -> list[UUID]:
    """Who has an unread notice."""
    with db.writing() as session:
        return [row.person_id for row in session.execute(select(Notice)).scalars() if row.read_at is None]
