"""A citizen's yes as a system reads it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from minplan.sync.shapes.common import Shape


class Consent(Shape):
    """One department, one topic, until the end of a day; `withdrawn_at` is when it ended before that, or was over.

    `topic` is a track where `kind` is `sharing`: of what happens there the department may be told while it `runs`.
    """

    id: UUID
    plan: UUID
    kind: Literal["fetching", "sharing", "joint_plan"]
    department: str
    topic: str
    given_at: datetime
    until: date
    withdrawn_at: datetime | None
    runs: bool
