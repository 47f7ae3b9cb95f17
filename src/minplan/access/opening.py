"""The noun: somebody else has opened a citizen's plan. The citizen reads it in plain words."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

# What can be opened. The sentence for each stands in templates/own_data/_opened.html.
PAGES = (
    *("plan", "way", "step", "goal", "history", "wins", "praise", "proposal", "thread"),
    *("new_step", "new_goal", "handover", "consents", "emergency", "lookup", "supporting", "list"),
    *("meeting", "room", "summary", "shown", "choice", "rights", "paper"),
    "case",
)
# What is fetched again and again: a room with every change while people sit together, paper page by page, and a part
# of the case by the system that keeps it.
LIVE = frozenset({"room", "paper", "case"})


class Opening(SQLModel, table=True):
    """Who, in which role and department, when, which page (`what`), and the reason where one was asked for.

    Name, role and department stand as they were then. `checked_*` is the municipality's own spot check.
    """

    __table_args__ = (
        ForeignKeyConstraint(["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="opening_plan"),
        ForeignKeyConstraint(
            ["municipality_id", "person_id"], ["person.municipality_id", "person.id"], name="opening_person"
        ),
        ForeignKeyConstraint(
            ["municipality_id", "checked_by"], ["person.municipality_id", "person.id"], name="opening_checker"
        ),
        Index("opening_of_plan", "plan_id", "at"),
        Index("opening_of_municipality", "municipality_id", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    municipality_id: str
    plan_id: UUID
    person_id: UUID
    at: datetime
    relation: str
    name: str
    role: str = ""
    department: str | None = None
    what: str
    reason: str | None = None
    checked_at: datetime | None = None
    checked_by: UUID | None = None
