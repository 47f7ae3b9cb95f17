"""The noun: what a citizen lives on, as a dated line. It decides which rights are shown, and nothing else."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel


class PlanBenefit(SQLModel, table=True):
    """From `since` on the code holds (`content/benefits.toml`), until a newer line; no code is "we do not know"."""

    __tablename__ = "plan_benefit"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    code: str | None = None
    since: date
    by_id: UUID = Field(foreign_key="person.id")
    at: datetime
