"""Rule: what of a plan is a part of the municipality's case, and so what a system may read at all.

What is agreed and what the law asks is. A citizen's own step, goal, win or horizon is where they have said so, in the
words that stood there then. Nothing else is: no feeling, no note, no message, no draft.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from minplan.journey import BEHIND, GoalView, MilestoneView, StepView, Way

IN_CASE = frozenset({"agreed", "law"})
Shown = Mapping[UUID, UUID]  # what the citizen has said yes to, and the text that stood there


class Part(NamedTuple):
    """The part of a way that is a part of the case, for a system that hears of some tracks.

    `reached` are its goals and landmarks whose steps in it lie behind: a citizen's own steps tell nothing by that.
    """

    goals: tuple[GoalView, ...]
    milestones: tuple[MilestoneView, ...]
    steps: tuple[StepView, ...]
    reached: frozenset[UUID]


def part_of(way: Way, shown: Shown, tracks: Collection[str], agreed: Collection[UUID] = ()) -> Part:
    """Each step that is in the case, the landmarks and goals that it leads to, and what the citizen has shown.

    `agreed` are goals and landmarks that the municipality proposed and the citizen said yes to. A step is about all of
    its tracks: whoever does not hear of one of them does not hear of the step, as it is for people.
    """
    every = (*way.behind, *way.open, *way.suggestions)
    steps = tuple(step for step in every if is_step_in(step, shown) and set(step.tracks).issubset(tracks))
    ways = {step.milestone_id for step in steps} | set(agreed)
    goals = tuple(
        goal
        for goal in way.goals
        if goal.track in tracks
        and (_is_shown(goal, shown) or goal.id in ways or any(each.id in ways for each in goal.milestones))
    )
    whole = {goal.id for goal in goals if _is_shown(goal, shown)}
    milestones = tuple(
        each for goal in goals for each in goal.milestones if each.id in ways or each.goal_id in whole
    )
    return Part(goals, milestones, steps, _reached(milestones, steps))


def is_step_in(step: StepView, shown: Shown) -> bool:
    """Whether a step is a part of the case: by its kind, or since the citizen has said so in these very words."""
    return step.kind in IN_CASE or shown.get(step.id) == step.title_id


def _reached(milestones: Iterable[MilestoneView], steps: Iterable[StepView]) -> frozenset[UUID]:
    """As on the citizen's page: every step lies behind, and one of them was done. A goal is when all its landmarks
    are."""
    states: dict[UUID, set[str]] = {}
    for step in steps:
        if step.state != "suggested":
            states.setdefault(step.milestone_id, set()).add(step.state)
    there = {each: "done" in found and found.issubset(BEHIND) for each, found in states.items()}
    goals: dict[UUID, bool] = {}
    for each in milestones:
        goals[each.goal_id] = goals.get(each.goal_id, True) and there.get(each.id, False)
    return frozenset(id for id, is_reached in (there | goals).items() if is_reached)


def _is_shown(goal: GoalView, shown: Shown) -> bool:
    return shown.get(goal.id) == goal.title_id
