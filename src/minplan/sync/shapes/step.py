"""A step as a system reads it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from minplan.sync.shapes.common import Ref, Said, Shape, Track, owned, told

Holder = Literal["citizen", "municipality", "both", "other"]
Kind = Literal["own", "agreed", "law"]
State = Literal["suggested", "active", "waiting", "resting", "later", "done", "detour"]


class Ball(Shape):
    """Whose turn it is, and the day that was promised."""

    holder: Holder = told("Whose turn it is.")
    name: str | None = told("Who that is, where the holder does not say it all.")
    since: date | None
    promised: date | None = told("The day that the municipality has promised.")


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
    tracks: list[Track] = owned("municipality")
    state: State = told("`detour` is a new way; `later` and `resting` are a part of the way, not late.")
    is_next: bool = owned("citizen")
    ball: Ball | None
    when_on: date | None = owned("municipality")
    when_at: datetime | None = owned("municipality")
    until: date | None = owned("municipality")
    done_on: date | None
    learned: Said | None = owned("citizen")
