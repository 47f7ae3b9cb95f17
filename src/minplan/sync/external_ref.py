"""The noun: what another system calls something that is ours."""

from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

TYPES = ("citizen", "caseworker", "plan", "goal", "milestone", "step", "meeting", "agreement")


class ExternalRef(SQLModel, table=True):
    """The id `external_id` of a `type` in a `system` stands for `subject_id`, which is ours.

    One id of theirs is one of ours, and one of ours has one id in each system. `plan_id` is whose plan it is a part of.
    """

    __tablename__ = "external_ref"
    __table_args__ = (
        CheckConstraint(f"type IN ({', '.join(map(repr, TYPES))})", name="external_ref_type"),
        UniqueConstraint("municipality_id", "system", "type", "external_id", name="external_ref_once"),
        UniqueConstraint("municipality_id", "system", "type", "subject_id", name="external_ref_one_each"),
        ForeignKeyConstraint(["municipality_id"], ["municipality.code"], name="external_ref_municipality"),
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="external_ref_plan"
        ),
        Index("external_ref_of", "subject_id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    system: str
    type: str
    external_id: str
    subject_id: UUID
    plan_id: UUID | None = None
