"""The nouns: a new contact person, what they should know, and a citizen who asks for another one."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlmodel import Field, SQLModel


class Handover(SQLModel, table=True):
    """From one contact person to the next, with the reason. `page_id` is what the old one wrote for the new one,
    `citizen_page_id` what the citizen made of it; the new one reads nothing before `approved_at`, and then the
    citizen's. `goodbye_id` is from the old one to the citizen."""

    __table_args__ = (
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="handover_plan"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "from_id"], ["person.municipality_id", "person.id"], name="handover_from"
        ),
        ForeignKeyConstraint(["municipality_id", "to_id"], ["person.municipality_id", "person.id"], name="handover_to"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    plan_id: UUID = Field(index=True)
    from_id: UUID | None = None
    to_id: UUID
    at: datetime
    reason_id: UUID = Field(foreign_key="text.id")
    page_id: UUID | None = Field(default=None, foreign_key="text.id")
    citizen_page_id: UUID | None = Field(default=None, foreign_key="text.id")
    approved_at: datetime | None = None
    goodbye_id: UUID | None = Field(default=None, foreign_key="text.id")


class Petition(SQLModel, table=True):
    """A citizen asks for another contact person. It goes to the leaders, and never through that person. The answer
    comes by the day `promised`; one such wish is open at a time."""

    __table_args__ = (
        CheckConstraint("state IN ('open', 'answered', 'withdrawn')", name="petition_state"),
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="petition_plan"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "answered_by"], ["person.municipality_id", "person.id"], name="petition_answerer"
        ),
        Index(
            "petition_open_once", "plan_id",
            unique=True, sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'"),
        ),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    plan_id: UUID = Field(index=True)
    words_id: UUID = Field(foreign_key="text.id")
    asked_at: datetime
    promised: date
    state: str = "open"
    answer_id: UUID | None = Field(default=None, foreign_key="text.id")
    answered_by: UUID | None = None
    answered_at: datetime | None = None
