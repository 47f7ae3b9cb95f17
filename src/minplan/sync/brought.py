"""The noun: what became of something that a system has sent."""

from typing import Literal, NamedTuple
from uuid import UUID

from pydantic import BaseModel

Outcome = Literal["created", "suggested", "updated", "proposed", "unchanged"]


class Brought(NamedTuple):
    """The resource as it is now, its id, and what came of it.

    `suggested` lies beside the way until the citizen answers; `proposed`: some of what was asked does, and what stands
    stands until then. `unchanged` has left no trace.
    """

    resource: BaseModel
    id: UUID
    outcome: Outcome
