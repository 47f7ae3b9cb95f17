"""The noun: a citizen's yes. One department, one topic, until a day, in the words that were shown."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, text
from sqlmodel import Field, SQLModel

KINDS = ("fetching", "sharing", "joint_plan")


class Consent(SQLModel, table=True):
    """A yes to one `item` of content/consents, which says purpose, parties and data.

    `words` and `lang` are what the citizen read when they said it. It runs until the end of `until`, or until it is
    withdrawn; no row is ever changed except by its withdrawal.
    """

    __table_args__ = (
        CheckConstraint(f"kind IN ({', '.join(map(repr, KINDS))})", name="consent_kind"),
        ForeignKeyConstraint(["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="consent_plan"),
        Index("consent_of_plan", "plan_id"),
        # Of one item there is one yes at a time.
        Index(
            "consent_runs_once", "plan_id", "item",
            unique=True, sqlite_where=text("withdrawn_at IS NULL"), postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    municipality_id: str
    plan_id: UUID
    item: str
    kind: str
    department: str
    topic: str
    words: str
    lang: str
    given_at: datetime
    until: date
    withdrawn_at: datetime | None = None
