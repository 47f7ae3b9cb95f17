"""The nouns: a browser in which somebody has signed in, and who somebody is at a provider."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from minplan.access import HOME


class SignIn(SQLModel, table=True):
    """One browser. Its key lies here hashed: who reads this table can come in with nothing in it.

    `issuer`, `subject` and `sid` let the provider end it; `hint` is the ID token that signing out there asks for.
    With a `meeting_id` somebody only sits at that meeting's table: it reaches nothing else, and is over when that is.
    """

    __tablename__ = "sign_in"
    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="sign_in_person"
        ),
        Index("sign_in_at_provider", "issuer", "sid"),
        Index("sign_in_of_subject", "issuer", "subject"),
    )

    key: str = Field(primary_key=True)
    municipality_id: str
    person_id: UUID = Field(index=True)
    provider: str = ""
    issuer: str = ""
    subject: str = ""
    sid: str | None = None
    hint: str | None = None
    device: str = ""
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", index=True)
    began_at: datetime
    seen_at: datetime
    ends_at: datetime = Field(index=True)


class Identity(SQLModel, table=True):
    """At `issuer` this person is `subject`. Nobody is recognised by anything else after the first time."""

    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="identity_person"
        ),
    )

    issuer: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    municipality_id: str = HOME
    person_id: UUID = Field(index=True)
    provider: str
    linked_at: datetime


class Attempt(SQLModel, table=True):
    """How often something was tried in one stretch of time. `key` is a keyed hash of what and by whom."""

    key: str = Field(primary_key=True)
    times: int
    ends_at: datetime = Field(index=True)


@dataclass(frozen=True, slots=True)
class Ended:
    """A sign-in that is over, and what its provider needs to end its own."""

    provider: str
    hint: str | None
    sid: str | None


@dataclass(frozen=True, slots=True)
class Device:
    """A browser in which somebody is signed in, as they see it. `own` is the one they look with, `seat` one that only
    sits at a meeting's table."""

    key: str
    device: str
    provider: str
    began_at: datetime
    seen_at: datetime
    own: bool
    seat: bool = False
