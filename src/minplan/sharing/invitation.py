"""The noun: a citizen asks somebody to stand by them."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from minplan.access import SUPPORTERS


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
