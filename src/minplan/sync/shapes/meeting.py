"""A meeting, and what was agreed there, as a system reads them."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from minplan.sync.shapes.common import Ref, Said, Shape, owned, told
from minplan.sync.shapes.step import Holder

MeetingKind = Literal["talk", "law", "round", "family"]
Mode = Literal["office", "phone", "video", "home", "walk", "library", "other"]
MeetingState = Literal["offered", "agreed", "open", "closed", "cancelled", "missed"]
Side = Literal["citizen", "municipality"]


class Meeting(Shape):
    """When, where and how. What is talked about, needed and expected there belongs to those who sit there.

    Of one that is `offered` by a side, `starts` is the first of its times, and the other side answers by `answer_by`.
    """

    id: UUID
    plan: UUID
    external_refs: list[Ref]
    kind: MeetingKind = owned("municipality")
    state: MeetingState
    starts: datetime
    ends: datetime
    place: str
    mode: Mode
    called_by: Side | None = told("Who asked for it.")
    offered_by: Side | None = told("Who has proposed times; the other side answers.")
    answer_by: date | None
    cancelled_by: Side | None


class Agreement(Shape):
    """What went onto the way when a meeting closed, in the words that it was agreed in. `step` is where it stands."""

    id: UUID
    plan: UUID
    meeting: UUID
    step: UUID
    external_refs: list[Ref]
    kind: Literal["agreed", "law"]
    law: str | None
    what: Said | None
    why: Said | None
    holder: Holder
    when_on: date | None
    agreed_at: datetime
