"""The noun: something that a citizen keeps for themselves. What it says is locked; nobody reads it from its row."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from minplan.meeting.meeting import one_of

KINDS = ("checkin", "worry", "person", "for_me", "strength", "horizon", "pulse", "lift", "keeping")
KEPT_AGREED = "2026-11-22"  # of which day the wording is that a citizen says yes to when they keep something
FOR_GOOD = frozenset({"strength", "horizon", "keeping"})  # these stay until the citizen lets them go


class Keepsake(SQLModel, table=True):
    """What a citizen keeps: `content` opens with their own key only, and says also when it was kept.

    A `checkin` is what fills them, a `worry` lies in the backpack, a `person` is somebody to talk to, `for_me` what
    they need for themselves, a `strength` is what they are good at or what gives them worth, `horizon` answers one of
    the four questions, `pulse` the three after a meeting, `lift` whether a step lifts or drains, and `keeping` is how
    many months things stay. There is one at most of each `slot`, which says nothing to whoever has no key. After the
    day `until` it goes.
    """

    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="keepsake_kind"),
        UniqueConstraint("citizen_id", "slot", name="keepsake_slot"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    citizen_id: UUID = Field(foreign_key="person.id", index=True)
    kind: str
    slot: str | None = None
    content: bytes
    until: date | None = Field(default=None, index=True)
