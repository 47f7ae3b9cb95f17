"""The whole way for one viewer."""

from datetime import date
from uuid import uuid4

import pytest
from sketch import TODAY, goal, reader, rows, step, win

from minplan.journey.views import Counts
from minplan.journey.way import build


def test_behind_now_and_ahead_are_numbered_through() -> None:
    done, new_way, next_one, later = step("done", 1), step("detour", 2), step("active", 3), step("later", 4)
    way = build(rows([done, new_way, later, next_one]), reader(next_id=next_one.id))
    assert [(each.number, each.id) for each in (*way.behind, *way.ahead)] == [
        (1, done.id), (2, new_way.id), (3, next_one.id), (4, later.id)
    ]  # fmt: skip
    assert way.next and way.next.id == next_one.id and way.next.is_next
    assert (way.counts.done, way.counts.detours, way.counts.now, way.counts.later) == (1, 1, 1, 1)


def test_an_empty_and_a_finished_way_have_no_next_step() -> None:
    assert build(rows([]), reader()).next is None
    finished = build(rows([step("done")]), reader())
    assert finished.next is None and finished.counts.now == 0 and finished.counts.later == 0


def test_suggestions_lie_beside_the_way_and_what_was_declined_nowhere() -> None:
    asked = step("suggested", None)
    way = build(rows([asked, step("declined", None)]), reader())
    assert [each.id for each in way.suggestions] == [asked.id] and way.suggestions[0].ball
    assert way.behind == way.ahead == ()


def test_a_step_says_where_it_leads_and_which_landmark_it_reaches() -> None:
    milestone = uuid4()
    only = step(milestone_id=milestone)
    way = build(rows([only], [goal(milestone=milestone)]), reader(next_id=only.id))
    assert way.next.goal is way.goals[0]
    assert [stone.id for stone in way.next.arrives] == [milestone] and way.empty_landmarks == ()


def test_a_landmark_without_a_step_is_still_on_the_picture() -> None:
    milestone = uuid4()
    way = build(rows([step("suggested", None, milestone_id=milestone)], [goal(milestone=milestone)]), reader())
    assert [stone.id for stone in way.empty_landmarks] == [milestone]


def test_wins_hang_on_their_step() -> None:
    done = step("done")
    hung, free = win(done.id), win()
    way = build(rows([done], wins=[hung, free]), reader())
    assert [each.id for each in way.wins] == [hung.id, free.id]
    assert [each.id for each in way.behind[0].wins] == [hung.id]


def test_what_must_settle_first_is_named_until_it_has() -> None:
    first, then = step("active", 1), step("resting", 2)
    then.after_id = first.id
    assert build(rows([first, then]), reader(next_id=first.id)).ahead[1].after.text == "Skridt 1"
    first.state = "done"
    assert build(rows([first, then]), reader(next_id=then.id)).next.after is None


@pytest.mark.parametrize(
    ("show", "shown"),
    [
        ("today", {"next", "overdue", "today"}),
        ("week", {"next", "overdue", "today", "running", "sunday"}),
        ("all", {"next", "overdue", "today", "running", "sunday", "monday", "later"}),
    ],
)
def test_today_this_week_and_the_whole_way(show: str, shown: set[str]) -> None:
    steps = {
        "next": step("later", 1),
        "overdue": step("waiting", 2, until=date(2026, 11, 10)),
        "today": step("later", 3, when_on=TODAY),
        "running": step("active", 4),
        "sunday": step("later", 5, when_on=date(2026, 11, 22)),
        "monday": step("later", 6, when_on=date(2026, 11, 23)),
        "later": step("later", 7),
    }
    names = {row.id: name for name, row in steps.items()}
    way = build(rows(list(steps.values())), reader(next_id=steps["next"].id), show)
    assert {names[each.id] for each in way.ahead} == shown
    assert way.show == show and way.counts == Counts(0, 0, 2, 1, 0, 4) and len(way.titles) == 7


@pytest.mark.parametrize("state", ["active", "waiting", "resting", "later"])
def test_the_next_step_counts_as_now_whatever_its_state(state: str) -> None:
    first, others = step(state, 1), [step("active", 2), step("waiting", 3), step("resting", 4), step("later", 5)]
    way = build(rows([first, *others, step("suggested", None)]), reader(next_id=first.id))
    assert way.counts == Counts(done=0, detours=0, now=2, waiting=1, resting=1, later=1)
