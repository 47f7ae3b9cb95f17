"""The noun: an entry that the feed has not taken yet. Written with its entry, in the same transaction."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, SQLModel


class Pending(SQLModel, table=True):
    """An entry by its plan and revision, until whoever keeps the feed has put it there.

    Entries are committed in another order than they are numbered: read by number alone, some would never be seen.
    """

    __table_args__ = (
        ForeignKeyConstraint(["plan_id", "revision"], ["entry.plan_id", "entry.revision"], name="pending_entry"),
    )

    plan_id: UUID = Field(primary_key=True)
    revision: int = Field(primary_key=True)
