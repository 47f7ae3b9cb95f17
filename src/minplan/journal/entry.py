"""The noun: one change of one plan."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from minplan.words import Words

Values = dict[str, Any]


class Entry(SQLModel, table=True):
    """One change: verb and subject, the fields before and after (texts by id), why, and who may read it.

    `room` is for nobody: what was typed in a meeting is told once, by what came of it. The chain has it all the same.
    """

    __table_args__ = (
        UniqueConstraint("plan_id", "revision", name="entry_one_per_revision"),
        CheckConstraint("audience IN ('all', 'citizen', 'room')", name="entry_audience"),
    )

    id: int | None = Field(default=None, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id")
    revision: int
    at: datetime
    actor_id: UUID | None = Field(default=None, foreign_key="person.id")
    verb: str
    subject: str
    subject_id: UUID
    step_id: UUID | None = None
    track: str | None = None
    before: Values = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    after: Values = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    reason_id: UUID | None = Field(default=None, foreign_key="text.id")
    audience: str = "all"


@dataclass(frozen=True, slots=True)
class Record:
    """What an action tells the journal. `step_id` and `track` decide who may read it later."""

    verb: str
    subject: str
    subject_id: UUID
    step_id: UUID | None = None
    track: str | None = None
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)
    reason_id: UUID | None = None
    audience: str = "all"


@dataclass(frozen=True, slots=True)
class News:
    """An entry as it is read: `before` and `after` hold plain values and text ids, `reason` the words themselves."""

    revision: int
    at: datetime
    actor_id: UUID | None
    verb: str
    subject: str
    subject_id: UUID
    step_id: UUID | None
    track: str | None
    before: Values
    after: Values
    audience: str
    reason: Words | None
