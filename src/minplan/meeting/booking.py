"""The nouns of the time before: the times that were proposed, what the citizen needs, and who comes."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from minplan.meeting.meeting import SIDES, one_of

NEEDS = (
    *("interpreter", "companion", "quiet", "phone", "outdoors", "home", "library", "more_time"),
    *("morning", "midday", "afternoon", "other"),
)
ATTENDING = ("contact", "team", "supporter", "interpreter", "workplace", "family", "other")
ANSWERS = ("asked", "coming", "not_coming")
HOST = 0  # the place of whoever the meeting is with; nobody who is asked later gets it


class TimeOffer(SQLModel, table=True):
    """One of the times that a side has proposed and the other has not answered yet."""

    __tablename__ = "time_offer"
    __table_args__ = (
        CheckConstraint(one_of("side", SIDES), name="time_offer_side"),
        CheckConstraint("starts < ends", name="time_offer_lasts"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    side: str
    starts: datetime
    ends: datetime
    position: int


class Need(SQLModel, table=True):
    """What the citizen needs at a meeting. `met` is the municipality's answer, None until there is one."""

    __table_args__ = (CheckConstraint(one_of("kind", NEEDS), name="need_kind"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    kind: str
    language: str | None = None
    words_id: UUID | None = Field(default=None, foreign_key="text.id")
    met: bool | None = None
    answer_id: UUID | None = Field(default=None, foreign_key="text.id")


class Attendance(SQLModel, table=True):
    """Somebody who comes: why (`why_id`), and in which role. Whoever waits for the citizen's yes is `asked`.

    `language` is what an interpreter speaks beside Danish.
    """

    __table_args__ = (
        CheckConstraint(one_of("kind", ATTENDING), name="attendance_kind"),
        CheckConstraint(one_of("answer", ANSWERS), name="attendance_answer"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    name: str
    role: str = ""
    kind: str = "other"
    language: str | None = None
    answer: str = "coming"
    why_id: UUID | None = Field(default=None, foreign_key="text.id")
    asked_by: UUID | None = Field(default=None, foreign_key="person.id")
    position: int


def is_host(guest: Any) -> bool:
    """Whether the meeting is with somebody who stands on its list, loaded or read."""
    return guest.person_id is not None and guest.position == HOST and guest.answer == "coming"
