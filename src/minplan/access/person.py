"""The noun: a person who can come in."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class Person(SQLModel, table=True):
    """A citizen, a member of staff or a leader. The e-mail says who a member of staff is; a citizen has none here."""

    __table_args__ = (CheckConstraint("kind IN ('citizen', 'staff', 'leader')", name="person_kind"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    kind: str
    name: str
    language: str = "da"
    email: str | None = Field(default=None, unique=True)


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as the web sees them."""

    id: UUID
    kind: str
    name: str
    language: str
    email: str | None
