"""Landmarks and goals as they are drawn: what is reached, and after which step a landmark stands."""

from uuid import uuid4

import pytest
from sketch import goal, step

from minplan.journey import landmarks


def everybody(_track: str) -> bool:
    return True


@pytest.mark.parametrize(
    ("states", "reached"),
    [
        (["done"], True),
        (["done", "detour"], True),
        (["detour"], False),  # nothing was done: nobody says that it was
        (["done", "later"], False),
        (["done", "waiting"], False),
        ([], False),
    ],
)
def test_a_landmark_is_reached_when_its_steps_lie_behind_and_one_was_done(states: list[str], reached: bool) -> None:
    milestone = uuid4()
    steps = [step(state, milestone_id=milestone) for state in states]
    (found,) = landmarks.goals([goal(milestone=milestone)], steps, everybody)
    assert found.milestones[0].reached is found.reached is reached


def test_a_goal_is_reached_with_its_last_landmark_and_never_without_one() -> None:
    first, second, same = uuid4(), uuid4(), uuid4()
    rows = [goal(milestone=first, id=same), goal(milestone=second, id=same), goal(name="Uden")]
    steps = [step("done", milestone_id=first)]
    whole, without = landmarks.goals(rows, steps, everybody)
    assert [milestone.reached for milestone in whole.milestones] == [True, False]
    assert not whole.reached and not without.reached and without.milestones == ()
    steps.append(step("done", milestone_id=second))
    assert landmarks.goals(rows, steps, everybody)[0].reached


def test_a_hidden_goal_is_not_drawn() -> None:
    rows = [goal("health", "Ro"), goal("work", "Job")]
    (seen,) = landmarks.goals(rows, [], lambda track: track != "health")
    assert seen.title.text == "Job"


def test_a_landmark_stands_after_the_last_step_that_is_drawn() -> None:
    milestone = uuid4()
    first, other, last = step(milestone_id=milestone), step(milestone_id=uuid4()), step(milestone_id=milestone)
    goals = landmarks.goals([goal(milestone=milestone)], [first, other, last], everybody)
    found = landmarks.arrivals(goals, [first, other, last])
    assert {key: [each.id for each in stones] for key, stones in found.items()} == {last.id: [milestone]}
    assert landmarks.arrivals(goals, [other]) == {}
