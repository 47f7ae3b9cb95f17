"""What is hidden from a viewer does not exist for that viewer, in any part of the way."""

from uuid import uuid4

import pytest
from sketch import goal, reader, rows, step, viewer, win

from minplan.journey.way import build

BO = viewer("contact", "health")


def test_the_next_step_is_the_next_of_those_that_are_seen() -> None:
    hidden, waits, seen = step(way=1), step("waiting", 2, tracks="work"), step("later", 3, tracks="work")
    way = build(rows([hidden, waits, seen]), reader(BO, hidden.id))
    assert way.next.id == seen.id and [each.number for each in way.ahead] == [1, 2]
    assert (way.counts.now, way.counts.waiting, way.counts.later) == (1, 1, 0)
    assert set(way.titles) == {str(waits.id), str(seen.id)}


def test_when_everything_is_hidden_the_way_is_empty() -> None:
    hidden = step()
    way = build(rows([hidden, step("done"), step("suggested", None)]), reader(BO, hidden.id))
    assert (way.next, way.ahead, way.behind, way.suggestions) == (None, (), (), ())
    assert (way.counts.done, way.counts.now, way.counts.later) == (0, 0, 0)


def test_a_step_on_two_tracks_is_hidden_with_either() -> None:
    both = step(tracks="work,health")
    assert build(rows([both]), reader(BO, both.id)).ahead == ()


def test_wins_goals_landmarks_and_what_settles_first_go_along() -> None:
    hidden_stone, seen_stone = uuid4(), uuid4()
    hidden = step(way=1, milestone_id=hidden_stone)
    seen = step("resting", 2, tracks="work", milestone_id=seen_stone, after_id=hidden.id)
    goals = [goal("health", milestone=hidden_stone), goal("work", "Job", milestone=seen_stone)]
    way = build(rows([hidden, seen], goals, [win(hidden.id), win(seen.id)]), reader(BO, hidden.id))
    assert [each.title.text for each in way.goals] == ["Job"] and way.empty_landmarks == ()
    assert [each.step_id for each in way.wins] == [seen.id]
    assert way.next.after is None and [stone.id for stone in way.next.arrives] == [seen_stone]


def test_a_join_with_a_hidden_step_leaves_no_word_behind() -> None:
    first, hidden = step(way=1, tracks="work"), step(way=2)
    last = step("later", 3, tracks="work", together_with_id=hidden.id)
    way = build(rows([first, hidden, last]), reader(BO, first.id))
    assert [(each.id, each.joined) for each in way.ahead] == [(first.id, None), (last.id, None)]


def test_what_the_law_asks_is_never_hidden_from_the_contact_but_from_the_team() -> None:
    law = step(kind="law", law="LAB § 1")
    assert build(rows([law]), reader(BO, law.id)).next.id == law.id
    assert build(rows([law]), reader(viewer("team", "health"), law.id)).next is None


@pytest.mark.parametrize("who", [viewer(), viewer("contact"), viewer("contact", "work")])
def test_where_nothing_of_it_is_hidden_the_step_stands(who: object) -> None:
    seen = step()
    assert build(rows([seen]), reader(who, seen.id)).next.id == seen.id  # type: ignore[arg-type]
