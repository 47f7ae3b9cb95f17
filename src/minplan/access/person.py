"""The noun: a person who can come in."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKeyConstraint, UniqueConstraint, or_
from sqlmodel import Field, SQLModel

from minplan.access.municipality import HOME

KINDS = ("citizen", "staff", "leader", "editor", "administrator", "supporter", "system")


class Person(SQLModel, table=True):
    """Somebody of one municipality. The e-mail says who a member of staff is; a citizen has none here. A `system` is
    the municipality's own computer: it acts by a key, and comes in by no page.

    `number_hash` is the keyed hash of an id number, so that nobody can read one. `hours`, `phone` and the stand-in are
    what a citizen sees of a contact person. `ended_on` is the first day on which they cannot come in any more.
    """

    __table_args__ = (
        CheckConstraint(f"kind IN ({', '.join(map(repr, KINDS))})", name="person_kind"),
        UniqueConstraint("municipality_id", "id", name="person_of_municipality"),
        UniqueConstraint("municipality_id", "email", name="person_email"),
        UniqueConstraint("municipality_id", "number_hash", name="person_number"),
        ForeignKeyConstraint(["municipality_id"], ["municipality.code"], name="person_municipality"),
        ForeignKeyConstraint(
            ["municipality_id", "stand_in_id"], ["person.municipality_id", "person.id"], name="person_stand_in"
        ),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str = HOME
    kind: str
    name: str
    language: str = "da"
    email: str | None = None
    number_hash: str | None = None
    department: str | None = None
    role: str = ""
    phone: str | None = None
    hours: str | None = None
    hello: str | None = None
    stand_in_id: UUID | None = None
    notice_email: str | None = None
    ended_on: date | None = None
    privacy_seen: str | None = None


def has_left(person: Any, today: date) -> bool:
    """Whether somebody who has an `ended_on` comes in no more."""
    return person.ended_on is not None and person.ended_on <= today


def is_here(person: Any, today: date) -> ColumnElement[bool]:
    """That somebody has not left, asked of a table of people."""
    return or_(person.c.ended_on.is_(None), person.c.ended_on > today)


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as the web sees them."""

    id: UUID
    kind: str
    name: str
    language: str
    email: str | None
    municipality_id: str = HOME
