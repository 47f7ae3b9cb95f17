"""Rule: by when the municipality answers a need. The journal knows when it was said; no column repeats it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any


def asked(told: Iterable[tuple[datetime, str, dict[str, Any]]]) -> dict[str, datetime]:
    """When each need was said that no answer has come to since; `told` is the journal's entries, the oldest first."""
    found: dict[str, datetime] = {}
    for at, verb, after in told:
        if verb == "answer_need":
            found.pop(after["need"], None)
        else:
            found = {kind: found.get(kind, at) for kind in after["needs"]}
    return found


def answer_day(promised: date | None, starts: datetime) -> date | None:
    """The promised day; None where the meeting comes first, which no answer comes after."""
    return promised if promised and promised < starts.date() else None
