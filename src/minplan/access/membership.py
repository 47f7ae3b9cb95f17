"""The noun: somebody's place on somebody's plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

Relation = Literal["citizen", "contact", "team"]


class Membership(SQLModel, table=True):
    """A professional on a plan, with the name, role and telephone that this plan shows of them.

    `hidden` names the tracks that the citizen keeps from this person, separated by commas.
    """

    __table_args__ = (
        CheckConstraint("relation IN ('contact', 'team')", name="membership_relation"),
        # One contact person, exactly: the way back to somebody who answers is never ambiguous.
        Index(
            "membership_one_contact",
            "plan_id",
            unique=True,
            sqlite_where=text("relation = 'contact'"),
            postgresql_where=text("relation = 'contact'"),
        ),
    )

    plan_id: UUID = Field(foreign_key="plan.id", primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", primary_key=True, index=True)
    relation: str
    name: str
    role: str = ""
    department: str | None = None
    phone: str | None = None
    email: str | None = None
    position: int = 0
    hidden: str = ""
    seen_revision: int = 0


def kept_tracks(hidden: str | None) -> frozenset[str]:
    """The tracks that a membership's `hidden` names; None is no membership at all."""
    return frozenset(tracks_of(hidden or ""))


def tracks_of(names: str) -> tuple[str, ...]:
    """The tracks that a column names, separated by commas."""
    return tuple(names.split(",")) if names else ()


@dataclass(frozen=True, slots=True)
class Member:
    """A professional as the plan shows them."""

    person_id: UUID
    relation: Relation
    name: str
    role: str
    department: str | None
    phone: str | None
    email: str | None
    hidden: frozenset[str] = frozenset()

    def as_viewer(self) -> "Viewer":
        """The plan through this person's eyes."""
        return Viewer(self.person_id, self.relation, self.name, self.hidden)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking: their relation to this plan, and the tracks that do not exist for them."""

    person_id: UUID
    relation: Relation
    name: str
    hidden: frozenset[str] = field(default=frozenset())
    seen_revision: int = 0

    @property
    def is_citizen(self) -> bool:
        """Whether this is the person whose plan it is."""
        return self.relation == "citizen"

    def sees(self, kind: str, tracks: Sequence[str]) -> bool:
        """Whether a step of `kind` on `tracks` exists for this viewer. The contact always meets what the law asks."""
        if kind == "law" and self.relation == "contact":
            return True
        return self.hidden.isdisjoint(tracks)


def contact_sees(members: Iterable[Member], kind: str, tracks: Sequence[str]) -> bool:
    """Whether a step of `kind` on `tracks` exists for the contact person."""
    return all(member.as_viewer().sees(kind, tracks) for member in members if member.relation == "contact")
