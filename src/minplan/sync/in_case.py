"""The noun: a citizen has said that something of their own becomes a part of the municipality's case."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

TYPES = ("horizon", "goal", "step", "win")


class InCase(SQLModel, table=True):
    """A yes to one thing, in the words that stood there (`text_id`): a text that comes later needs a yes of its own."""

    __tablename__ = "in_case"
    __table_args__ = (
        CheckConstraint(f"type IN ({', '.join(map(repr, TYPES))})", name="in_case_type"),
        ForeignKeyConstraint(["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="in_case_plan"),
    )

    plan_id: UUID = Field(primary_key=True)
    subject_id: UUID = Field(primary_key=True)
    municipality_id: str
    type: str
    text_id: UUID = Field(foreign_key="text.id")
    at: datetime
