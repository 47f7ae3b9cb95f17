"""The noun: a point of the agenda."""

from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from minplan.meeting.meeting import one_of

OUTCOMES = ("talked", "carried")


class AgendaPoint(SQLModel, table=True):
    """Something to talk about, in own words or by a ready picture; `by_name` is who wrote it on the list.

    `outcome` is what became of it: talked about, or carried over to the next meeting. `from_id` is the point of an
    earlier meeting that this one was. A point that was taken off has `gone`.
    """

    __tablename__ = "agenda_point"
    __table_args__ = (CheckConstraint(f"outcome IS NULL OR {one_of('outcome', OUTCOMES)}", name="point_outcome"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    text_id: UUID = Field(foreign_key="text.id")
    by_name: str
    by_id: UUID | None = Field(default=None, foreign_key="person.id")
    picture: str | None = None
    outcome: str | None = None
    from_id: UUID | None = Field(default=None, foreign_key="agenda_point.id")
    gone: bool = False
    position: int
