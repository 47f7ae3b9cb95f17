"""The noun: what a citizen thinks of one of the offers that there are."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from minplan.rights.kinds import LEANINGS, one_of


class Leaning(SQLModel, table=True):
    """`offer` is the id of an entry of the catalogue (`content/offers.toml`), which may be gone by now."""

    __table_args__ = (CheckConstraint(one_of("answer", LEANINGS), name="leaning_answer"),)

    plan_id: UUID = Field(foreign_key="plan.id", primary_key=True)
    offer: str = Field(primary_key=True)
    answer: str
    at: datetime
