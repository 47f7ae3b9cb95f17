"""Rule: where each thing on a citizen's way stands: a part of the municipality's case, or on their way alone."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple
from uuid import UUID

from minplan.journey import GoalView, StepView, Way, WinView
from minplan.sync.case import IN_CASE, Shown
from minplan.words import Words

# `in` for everybody's sake: it is agreed, the law asks it, or the municipality wrote it. The others are the citizen's:
# `shown` by their own yes, `ended` since they have said it in other words, `hidden` from the contact person and so from
# every system, `beside` as the step that it stands on is in no case, and `own`.
State = Literal["in", "shown", "ended", "hidden", "beside", "own"]
MAY = frozenset({"own", "ended"})  # what the citizen can say yes to


class Standing(NamedTuple):
    """One thing with the words that stand there now; `text_id` is what a yes is bound to. `offered` is a step that
    nobody has answered yet."""

    type: str
    id: UUID
    text_id: UUID
    words: Words
    state: State
    offered: bool = False


class Seen(NamedTuple):
    """A way and what the citizen has shown of it; `hidden` are the tracks that the contact person does not see,
    `theirs` the goals whose words the municipality wrote."""

    way: Way
    shown: Shown
    hidden: Collection[str]
    theirs: Collection[UUID]


def standing(seen: Seen, horizon: tuple[UUID, UUID] | None) -> Mapping[UUID, Standing]:
    """Everything that can be a part of the case, by its id. `horizon` is the plan's id and the text's."""
    way = seen.way
    offered = (step for step in way.suggestions if step.kind in IN_CASE)  # any other is not the citizen's own yet
    steps = {step.id: _step(seen, step) for step in (*way.behind, *way.open, *offered)}
    found = [*steps.values(), *(_goal(seen, goal) for goal in way.goals), *_wins(seen, steps)]
    if horizon and way.horizon:
        found.append(Standing("horizon", *horizon, way.horizon, _state(seen, *horizon)))
    return {each.id: each for each in found}


def _step(seen: Seen, step: StepView) -> Standing:
    state = _state(seen, step.id, step.title_id, step.tracks)
    if state != "hidden" and step.kind in IN_CASE:
        state = "in"
    return Standing("step", step.id, step.title_id, step.title, state, step.state == "suggested")


def _goal(seen: Seen, goal: GoalView) -> Standing:
    state = _state(seen, goal.id, goal.title_id, (goal.track,))
    if state != "hidden" and goal.id in seen.theirs:
        state = "in"
    return Standing("goal", goal.id, goal.title_id, goal.title, state)


def _wins(seen: Seen, steps: Mapping[UUID, Standing]) -> Iterator[Standing]:
    """The citizen's own: what others have said of them is for them."""
    for win in seen.way.wins:
        if win.by is None and win.text_id is not None:
            yield Standing("win", win.id, win.text_id, win.text, _win(seen, win, win.text_id, steps))


def _win(seen: Seen, win: WinView, text: UUID, steps: Mapping[UUID, Standing]) -> State:
    state, at = _state(seen, win.id, text), steps.get(win.step_id) if win.step_id else None
    if at and at.state == "hidden":
        return "hidden"
    return "beside" if win.step_id and (at is None or at.state not in ("in", "shown")) else state


def _state(seen: Seen, id: UUID, text: UUID, tracks: Collection[str] = ()) -> State:
    if not set(seen.hidden).isdisjoint(tracks):
        return "hidden"
    if id not in seen.shown:
        return "own"
    return "shown" if seen.shown[id] == text else "ended"
