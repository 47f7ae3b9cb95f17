"""Rows made ready for the rules: moments as the days they fall on, and what one kind of row lacks."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

Local = Callable[[datetime], datetime]


def with_since(row: Any, local: Local) -> Any:
    """A proposal's row, which waits since the day it was written; `state` is where it stands."""
    return SimpleNamespace(**row._mapping, since=local(row.at).date(), state=row.status)


def with_promise(row: Any, day_of: Callable[[Any], date | None]) -> Any:
    """A step's row, whose promised day is the day that it speaks of; it has no track but the step's own."""
    return SimpleNamespace(**row._asdict(), promised=day_of(row), track=None)


def with_no_track(row: Any) -> Any:
    """A call's row, which lies on no track but its step's."""
    return SimpleNamespace(**row._mapping, track=None)


def as_meeting(row: Any) -> Any:
    """A meeting's row, which nobody wrote a first day of, and which lies on no step and no track."""
    return SimpleNamespace(**row._mapping, since=None, track=None)


def by_plan(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    """The rows of each plan, in their order."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.plan_id].append(row)
    return found
