"""The nouns: what an imported plan keeps of its document, so that export can write the same one back."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Document(SQLModel, table=True):
    """The day on which the document was true."""

    plan_id: UUID = Field(foreign_key="plan.id", primary_key=True)
    as_of: date


class Ref(SQLModel, table=True):
    """The name that the document has for a goal, a milestone, a step or a meeting."""

    __table_args__ = (UniqueConstraint("plan_id", "ref", name="ref_names_one"),)

    subject_id: UUID = Field(primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id")
    ref: str
