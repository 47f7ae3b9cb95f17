"""Rule: goals and milestones as they are drawn, and after which step each landmark stands."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from minplan.journey.kinds import BEHIND
from minplan.journey.views import GoalView, MilestoneView
from minplan.words import Words, words_of


def goals(rows: Sequence[Any], steps: Sequence[Any], sees_track: Callable[[str], bool]) -> tuple[GoalView, ...]:
    """The goals that this viewer sees. A landmark is reached when its steps lie behind and one of them was done."""
    states: dict[UUID, list[str]] = {}
    for step in steps:
        states.setdefault(step.milestone_id, []).append(step.state)
    visible = (row for row in rows if sees_track(row.track))
    return tuple(_goal(list(group), states) for _, group in groupby(visible, key=lambda row: row.id))


def arrivals(goals_seen: Iterable[GoalView], drawn: Sequence[Any]) -> dict[UUID, list[MilestoneView]]:
    """For each step id the landmarks that stand right after it: those whose last drawn step it is."""
    last = {row.milestone_id: row.id for row in drawn}
    found: dict[UUID, list[MilestoneView]] = {}
    for goal in goals_seen:
        for milestone in goal.milestones:
            if milestone.id in last:
                found.setdefault(last[milestone.id], []).append(milestone)
    return found


def _goal(rows: list[Any], states: dict[UUID, list[str]]) -> GoalView:
    first = rows[0]
    milestones = tuple(_milestone(row, states) for row in rows if row.milestone_id)
    reached = bool(milestones) and all(milestone.reached for milestone in milestones)
    return GoalView(
        first.id, _shown(first, "title"), words_of(first, "why"), first.track, milestones, reached, first.title_id,
        first.why_id,
    )  # fmt: skip


def _milestone(row: Any, states: dict[UUID, list[str]]) -> MilestoneView:
    own = states.get(row.milestone_id, [])
    reached = "done" in own and all(state in BEHIND for state in own)
    return MilestoneView(
        row.milestone_id, _shown(row, "landmark"), row.track, reached, row.id, row.landmark_id
    )


def _shown(row: Any, name: str) -> Words:
    words = words_of(row, name)
    # A goal or a milestone cannot be without a title: the column is compulsory.
    return words or Words("", "da")
