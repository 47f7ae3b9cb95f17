"""A step as a system reads it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from minplan.sync.shapes.common import Ref, Said, Shape, owned

Holder = Literal["citizen", "municipality", "both", "other"]
Kind = Literal["own", "agreed", "law"]


class Ball(Shape):
    """Whose turn it is, and the day that was promised."""

    holder: Holder
    name: str | None
    since: date | None
    promised: date | None


class Step(Shape):
    """A step that is a part of the case. `suggested` ones wait for an answer; `until` is of one that waits or rests."""

    id: UUID
    plan: UUID
    milestone: UUID
    external_refs: list[Ref]
    kind: Kind
    title: Said | None = owned("municipality")
    why: Said | None = owned("municipality")
    law: str | None = owned("municipality")
    tracks: list[str] = owned("municipality")
    state: str
    is_next: bool = owned("citizen")
    ball: Ball | None
    when_on: date | None = owned("municipality")
    when_at: datetime | None = owned("municipality")
    until: date | None = owned("municipality")
    done_on: date | None
    learned: Said | None = owned("citizen")
