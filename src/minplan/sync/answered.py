"""The noun: a request that was answered, so that the same request sent again is answered and not done again."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel


class Answered(SQLModel, table=True):
    """The answer to an `Idempotency-Key` of a system, kept for a day. Without `status` it is still under way.

    `print` is a keyed hash of what was asked: the same key with something else is a mistake. `subject_id` is what it
    made: the body is read again, so that no words are kept twice.
    """

    system_id: UUID = Field(primary_key=True, foreign_key="system.person_id")
    key_hash: str = Field(primary_key=True)
    print: str
    status: int | None = None
    subject_id: UUID | None = None
    at: datetime = Field(index=True)
