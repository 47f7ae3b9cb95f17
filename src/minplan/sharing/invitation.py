"""The noun: a citizen asks somebody to stand by them."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID, uuid4

from pydantic import BaseModel, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from minplan.access import SUPPORTERS, card
from minplan.journey import TRACKS
from minplan.journey.goal import Track


class Invitation(SQLModel, table=True):
    """One code for one person, once, until `expires_at`: it brings a place on the plan as `relation`.

    The code lies here hashed. `until` is the last day of the place; `shares` and `hidden` are as in a membership.
    """

    __table_args__ = (
        CheckConstraint(f"relation IN ({', '.join(map(repr, SUPPORTERS))})", name="invitation_relation"),
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="invitation_plan"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "used_by"], ["person.municipality_id", "person.id"], name="invitation_user"
        ),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    plan_id: UUID = Field(index=True)
    code_hash: str = Field(unique=True)
    relation: str
    name: str
    shares: str
    hidden: str = ""
    until: date
    made_at: datetime
    expires_at: datetime
    used_by: UUID | None = None
    taken_back_at: datetime | None = None


class Allowance(BaseModel):
    """What somebody is given to see: `shares`, of the tracks `shown`, until the end of the day `until`."""

    shares: set[Literal["next", "dates", "wins", "way"]]
    shown: set[Track] = set()
    until: date

    @field_validator("shares")
    @classmethod
    def _something(cls, shares: set[str]) -> set[str]:
        if not shares:
            raise PydanticCustomError("required", "give something to see, or nothing at all")
        return shares

    @field_validator("shown")
    @classmethod
    def _of_some_track(cls, shown: set[str], info: ValidationInfo) -> set[str]:
        if not shown and info.data.get("shares", set()) - {"wins"}:
            raise PydanticCustomError("required", "steps are shown of the tracks that are")
        return shown

    def columns(self) -> dict[str, str | date]:
        """The same as the columns of a place say it."""
        hidden = ",".join(track for track in TRACKS if track not in self.shown)
        return {"shares": ",".join(sorted(self.shares)), "hidden": hidden, "until": self.until}


class NewInvitation(Allowance):
    """Whom the citizen asks, by the name that the citizen calls them, and as what."""

    relation: Literal["mentor", "companion", "representative", "supplier", "workplace", "doctor"]
    name: card.Name
