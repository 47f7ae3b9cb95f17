"""The noun: a plan opened in an emergency by somebody without a place on it. The citizen is told at once."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel


class Emergency(SQLModel, table=True):
    """From `at` until `until` this person may read this plan, for the reason that they wrote."""

    __table_args__ = (
        CheckConstraint("at < until", name="emergency_ends"),
        CheckConstraint("length(trim(reason)) > 0", name="emergency_has_reason"),
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="emergency_plan"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="emergency_person"
        ),
        Index("emergency_of", "plan_id", "person_id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    plan_id: UUID
    person_id: UUID
    reason: str
    at: datetime
    until: datetime
