"""What plans show of a professional follows their card, where a plan does not say it in its own way."""

from typing import Any

from sqlalchemy import update
from sqlmodel import Session

from minplan.access import Membership, Person

_member = Membership.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
# Not the department: what they may see hangs on it, see actions/moving.py.
SHOWN = ("name", "role", "phone", "email")


def on_plans(session: Session, person: Person, changed: dict[str, Any]) -> None:
    """Bring each place of this person up to date with what is about to change."""
    for name in SHOWN:
        if name in changed:
            was = _member.c[name].is_not_distinct_from(getattr(person, name))
            session.execute(
                update(_member).where(_member.c.person_id == person.id, was).values({name: changed[name]})
            )


def no_stand_in(session: Session, person: Person) -> None:
    """Whoever has left stands in for nobody."""
    session.execute(update(_person).where(_person.c.stand_in_id == person.id).values(stand_in_id=None))
