"""Rule: the whole way for one viewer, from plain rows. What is hidden from the viewer does not exist here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from minplan.access import tracks_of
from minplan.journey import landmarks, order
from minplan.journey.drawing import day_of
from minplan.journey.figures import Drawing, Reader
from minplan.journey.kinds import BEHIND, OPEN
from minplan.journey.succession import successor
from minplan.journey.views import Counts, GoalView, MilestoneView, Way, WinView
from minplan.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Rows:
    """What the store read of one plan."""

    steps: Sequence[Any]
    goals: Sequence[Any]
    wins: Sequence[Any]


def build(rows: Rows, reader: Reader, show: str = "all") -> Way:
    """The way as `reader` sees it. `show` is `today`, `week` or `all`."""
    seen = [row for row in rows.steps if reader.viewer.sees(row.kind, tracks_of(row.tracks))]
    next_id = _next_id(seen, reader.plan.next_step_id)
    behind = [row for row in seen if row.state in BEHIND]
    ahead = order.drawn([row for row in seen if row.state in OPEN], next_id)
    goals = landmarks.goals(rows.goals, seen, lambda track: track not in reader.viewer.hidden)
    wins = _wins(rows.wins, seen, reader)
    draw = Drawing(reader, goals, landmarks.arrivals(goals, [*behind, *ahead]), wins, seen, next_id)
    chosen = [row for row in ahead if row.id == next_id or _within(row, show, reader.today)]
    drawn_ahead = draw.steps(chosen, len(behind) + 1)
    return Way(
        behind=draw.steps(behind, 1),
        ahead=drawn_ahead,
        open=drawn_ahead if show == "all" else draw.steps(ahead, len(behind) + 1),
        next=next((step for step in drawn_ahead if step.is_next), None),
        suggestions=draw.steps([row for row in seen if row.state == "suggested"], 0),
        goals=goals,
        empty_landmarks=_empty(goals, seen),
        counts=_counts(behind, ahead, next_id),
        wins=tuple(draw.wins),
        horizon=reader.plan.horizon,
        token=reader.plan.token,
        show=show,
        titles={str(row.id): words_of(row, "title") or Words("", "da") for row in seen},
        lost=frozenset(str(row.id) for row in seen if row.state == "declined"),
    )


def _next_id(seen: list[Any], stored: UUID | None) -> UUID | None:
    if any(row.id == stored for row in seen):
        return stored
    # The stored one is not for these eyes: they meet the next that is, and no sign that there is another.
    following = successor(seen)
    return following.id if following else None


def _within(row: Any, show: str, today: date) -> bool:
    if show == "all":
        return True
    day = day_of(row)
    if show == "today":
        return day is not None and day <= today
    return row.state == "active" or (day is not None and day <= today + timedelta(days=6))


def _wins(rows: Sequence[Any], seen: list[Any], reader: Reader) -> list[WinView]:
    visible = {row.id for row in seen}
    return [
        WinView(
            row.id, words_of(row, "title") or Words("", "da"), row.on, row.by_name, row.step_id, row.praised,
            row.title_id,
        )  # fmt: skip
        for row in rows
        if (row.step_id is None or row.step_id in visible) and (row.audience == "all" or reader.viewer.is_citizen)
    ]


def _empty(goals: tuple[GoalView, ...], seen: list[Any]) -> tuple[MilestoneView, ...]:
    used = {row.milestone_id for row in seen if row.state in (*OPEN, *BEHIND)}
    return tuple(milestone for goal in goals for milestone in goal.milestones if milestone.id not in used)


def _counts(behind: list[Any], ahead: list[Any], next_id: UUID | None) -> Counts:
    states = Counter("active" if row.id == next_id else row.state for row in (*behind, *ahead))
    return Counts(*(states[state] for state in ("done", "detour", "active", "waiting", "resting", "later")))
