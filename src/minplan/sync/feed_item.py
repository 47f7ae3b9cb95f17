"""The noun: one change in the feed, in the order in which changes were committed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKeyConstraint, Index, Integer
from sqlmodel import Field, SQLModel

WHATS = ("created", "updated", "deleted")


class FeedItem(SQLModel, table=True):
    """Something that is a part of the case became, changed, or is there no more. It never says what it says now.

    `number` rises in the order of commits. `by_id` is the system whose doing it was, so that it hears no echo; of
    people the feed tells nobody. `tracks` are those of which a system must hear, each, to hear of it.
    """

    __tablename__ = "feed_item"
    __table_args__ = (
        CheckConstraint(f"what IN ({', '.join(map(repr, WHATS))})", name="feed_item_what"),
        ForeignKeyConstraint(
            ["municipality_id", "plan_id"], ["plan.municipality_id", "plan.id"], name="feed_item_plan"
        ),
        Index("feed_item_of_municipality", "municipality_id", "number"),
        Index("feed_item_at", "at"),
    )

    number: int | None = Field(
        default=None, sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    )
    municipality_id: str
    plan_id: UUID
    revision: int
    type: str
    subject_id: UUID
    what: str
    verb: str
    tracks: str | None = None
    by_id: UUID | None = None
    at: datetime
