"""Rule: one row as it is drawn. Whose turn it is, which day counts, and whether that day has gone by."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from minplan.access import Viewer
from minplan.journey.kinds import OPEN
from minplan.journey.turn import is_mine
from minplan.journey.views import BallView


def day_of(row: Any) -> date | None:
    """The day that a step speaks of: until for waiting and resting, else when (times are local already)."""
    if row.state in ("waiting", "resting"):
        return row.until
    return row.when_on or (row.when_at.date() if row.when_at else None)


def ball_of(row: Any, viewer: Viewer, citizen: str, names: Sequence[str], today: date) -> BallView | None:
    """Whose turn a step is, as this viewer sees it; None for what needs nobody.

    `names` are the plan's professionals, the contact person first; empty on a plan without one.
    """
    if row.ball is None or row.state not in (*OPEN, "suggested"):
        return None
    promised = day_of(row) if row.ball == "municipality" and row.state in OPEN else None
    return BallView(
        holder=row.ball,
        name=_name(row, citizen, names),
        mine=is_mine(row.ball, row.ball_name, viewer, names),
        since=row.since,
        promised=promised,
        passed=promised is not None and promised < today,
        named=row.ball_name,
    )


def date_passed(row: Any, today: date) -> bool:
    """Whether the day of an open step that is not the municipality's has gone by."""
    day = day_of(row)
    return row.state in OPEN and row.ball != "municipality" and day is not None and day < today


def _name(row: Any, citizen: str, names: Sequence[str]) -> str | None:
    if row.ball == "citizen":
        return citizen
    if row.ball_name or row.ball == "other":
        return row.ball_name
    return names[0] if names else None
