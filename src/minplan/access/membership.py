"""The noun: somebody's place on somebody's plan."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKeyConstraint, Index, or_, text
from sqlmodel import Field, SQLModel

from minplan.access.municipality import HOME

Relation = Literal[
    "citizen", "contact", "team", "emergency", "office", "system",
    "mentor", "companion", "representative", "supplier", "workplace", "doctor",
]  # fmt: skip
# Who works with the plan itself. Whoever else has a place on it sees only what was given, page by page. A system of the
# municipality has no place and works with all of its plans; what it is given of them is decided in a room of its own.
INSIDERS = frozenset({"citizen", "contact", "team", "system"})
# Who decides in the municipality who is on a plan. This changes places, and reads nothing.
OFFICE = frozenset({"office"})
SUPPORTERS = ("mentor", "companion", "representative", "supplier", "workplace", "doctor")
TRACKS = ("work", "health", "family", "economy", "community")
SHARES = ("next", "dates", "wins", "way")  # what a citizen can give a supporter to see
_RELATIONS = ("contact", "team", *SUPPORTERS)


class Membership(SQLModel, table=True):
    """Somebody beside the citizen on a plan, with the name, role and telephone that this plan shows of them.

    `hidden` names the tracks that the citizen keeps from this person, separated by commas; `shares` what a supporter
    was given to see, in the same manner. After the day `until` the place is no place any more.
    """

    __table_args__ = (
        CheckConstraint(f"relation IN ({', '.join(map(repr, _RELATIONS))})", name="membership_relation"),
        CheckConstraint(
            f"relation NOT IN ({', '.join(map(repr, SUPPORTERS))}) OR until IS NOT NULL", name="membership_limited"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="membership_plan"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="membership_person"
        ),
        # One contact person, exactly: the way back to somebody who answers is never ambiguous.
        Index(
            "membership_one_contact",
            "plan_id",
            unique=True,
            sqlite_where=text("relation = 'contact'"),
            postgresql_where=text("relation = 'contact'"),
        ),
    )

    plan_id: UUID = Field(primary_key=True)
    person_id: UUID = Field(primary_key=True, index=True)
    municipality_id: str = HOME
    relation: str
    name: str
    role: str = ""
    department: str | None = None
    phone: str | None = None
    email: str | None = None
    position: int = 0
    hidden: str = ""
    shares: str = ""
    since: date | None = None
    until: date | None = None
    seen_revision: int = 0


def lasts(place: Any, today: date) -> bool:
    """Whether a place with an `until` has not ended."""
    return place.until is None or place.until >= today


def place_lasts(place: Any, today: Any) -> ColumnElement[bool]:
    """That a place has not ended, asked of a table of places; `today` may be a parameter."""
    return or_(place.c.until.is_(None), place.c.until >= today)


def kept_tracks(hidden: str | None) -> frozenset[str]:
    """The tracks that a membership's `hidden` names; None is no membership at all."""
    return frozenset(tracks_of(hidden or ""))


def named_tracks(tracks: Collection[str]) -> str:
    """The same the other way round: what a membership's `hidden` says of these tracks."""
    return ",".join(track for track in TRACKS if track in tracks)


def tracks_of(names: str) -> tuple[str, ...]:
    """The tracks that a column names, separated by commas."""
    return tuple(names.split(",")) if names else ()


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody beside the citizen as the plan shows them."""

    person_id: UUID
    relation: Relation
    name: str
    role: str
    department: str | None
    phone: str | None
    email: str | None
    hidden: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None

    def as_viewer(self, seen_revision: int = 0) -> "Viewer":
        """The plan through this person's eyes."""
        shown = (self.role, self.department, self.shares)
        return Viewer(self.person_id, self.relation, self.name, self.hidden, seen_revision, *shown)

    @property
    def supports(self) -> bool:
        """Whether the citizen has given this place, and may end it."""
        return self.relation in SUPPORTERS


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking: their relation to this plan, and the tracks that do not exist for them."""

    person_id: UUID
    relation: Relation
    name: str
    hidden: frozenset[str] = field(default=frozenset())
    seen_revision: int = 0
    role: str = ""
    department: str | None = None
    shares: frozenset[str] = field(default=frozenset())

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
