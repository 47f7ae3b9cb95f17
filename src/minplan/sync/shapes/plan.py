"""A plan and its citizen as a system reads them."""

from datetime import datetime
from uuid import UUID

from minplan.sync.shapes.common import Ref, Said, Shape, owned
from minplan.sync.shapes.goal import Track


class Plan(Shape):
    """A citizen's plan. `tracks` are those that the caller hears of; `horizon` is there where the citizen shows it."""

    id: UUID
    citizen: UUID
    external_refs: list[Ref]
    contact: UUID | None
    tracks: list[Track]
    horizon: Said | None = owned("citizen")
    created_at: datetime


class Citizen(Shape):
    """Whose plan it is. An id number is given out nowhere."""

    id: UUID
    plan: UUID
    external_refs: list[Ref]
    name: str = owned("municipality")
    language: str = owned("citizen")
