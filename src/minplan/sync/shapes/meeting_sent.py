"""A meeting as a system sends it."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field

from minplan.access import card
from minplan.sync.shapes.common import Ref, Shape, owned
from minplan.sync.shapes.meeting import MeetingKind, MeetingState, Mode, Side
from minplan.sync.shapes.sent import Moment, Wording, read_only

_ONCE: Any = Field(default=None, json_schema_extra={"writeOnly": True})


class MeetingSent(Shape):
    """A meeting to propose, with `starts` and `ends`; or to move, or with the state `cancelled` to call off, and then
    `because` says why: the citizen reads it. What is left out stays as it is."""

    kind: MeetingKind | None = owned("municipality", default=None)
    starts: Moment | None = None
    ends: Moment | None = None
    place: card.Line | None = None
    mode: Mode | None = None
    state: MeetingState | None = None
    because: Wording | None = _ONCE
    id: UUID | None = read_only()
    plan: UUID | None = read_only()
    external_refs: list[Ref] | None = read_only()
    called_by: Side | None = read_only()
    offered_by: Side | None = read_only()
    answer_by: date | None = read_only()
    cancelled_by: Side | None = read_only()
