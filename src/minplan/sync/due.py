"""Rule: which deliveries of a webhook go out now. Of one plan each comes after the one before it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID


def due(unsettled: Iterable[Any], now: datetime, most: int) -> list[UUID]:
    """The ids of those that go out, in their order; `unsettled` are all that are not settled, by number.

    Whatever waits for its time, or is in somebody's hands, holds up what comes after it on its plan.
    """
    found: list[UUID] = []
    held: set[UUID] = set()
    for row in unsettled:
        if row.next_at > now:
            held.add(row.plan_id)
        elif row.plan_id not in held:
            found.append(row.id)
            if len(found) == most:
                break
    return found
