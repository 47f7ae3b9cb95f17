"""The order of the way: earlier and later, the next one, smaller steps, and what must settle first."""

from datetime import date
from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, entries, next_step, nothing_written, one_change, place, row, way

from minplan import journey
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.journey import SettleFirst, Split
from minplan.journey.step import Step

BOTH_DAYS = ("since", "until")


def line(amira: Plan) -> list[UUID]:
    found = way(amira)
    return [each.id for each in sorted((*found.behind, *found.ahead), key=lambda each: each.way or 0)]


def test_earlier_and_later(amira: Plan) -> None:
    a, b, c = amira.step, place(amira, state="later"), place(amira, state="later")
    with one_change(amira):
        journey.move(amira.citizen, amira.id, c, a, "before")
    assert line(amira) == [c, a, b]
    journey.move(amira.citizen, amira.id, c, b, "after")
    assert line(amira) == [a, b, c] and next_step(amira) == a
    with nothing_written(amira):
        assert journey.move(amira.citizen, amira.id, c, b, "after").kind == "unchanged"
        assert journey.move(amira.citizen, amira.id, a, b, "before").kind == "unchanged"


def test_a_place_is_beside_another_step_of_the_way(amira: Plan) -> None:
    beside, step = place(amira, state="suggested"), place(amira)
    with nothing_written(amira):
        for other, where in ((step, "before"), (beside, "before"), (amira.step, "above")):
            with pytest.raises(Invalid, match="place"):
                journey.move(amira.citizen, amira.id, step, other, where)
        with pytest.raises(NotFound):
            journey.move(amira.citizen, amira.id, step, amira.milestone, "before")
        with pytest.raises(NotAllowed):
            journey.move(amira.bo, amira.id, step, amira.step, "before")


def test_smaller_steps_lead_up_to_it_and_the_first_is_next(amira: Plan) -> None:
    after = place(amira, state="later")
    with one_change(amira):
        journey.split(amira.citizen, amira.id, amira.step, Split(titles=[said("Find sko"), said("Gå ud")]))
    found = way(amira).ahead
    assert [each.title.text for each in found] == ["Find sko", "Gå ud", "Gå en tur", "Skridt"]
    assert found[0].is_next and found[-1].id == after
    assert {(each.kind, each.track, each.goal is not None) for each in found[:2]} == {("own", "health", True)}


def test_splitting_another_step_leaves_the_next_one_alone(amira: Plan) -> None:
    law = place(amira, "law")
    journey.split(amira.citizen, amira.id, law, Split(titles=[said("Ring")]))
    assert next_step(amira) == amira.step
    with nothing_written(amira), pytest.raises(NotAllowed):
        journey.split(amira.bo, amira.id, law, Split(titles=[said("Ring")]))


def test_this_first_lets_the_others_rest_with_a_day_to_look_again(amira: Plan) -> None:
    first, waits = place(amira, state="resting"), place(amira, state="waiting")
    command = SettleFirst(before=[amira.step, waits, first, waits], look_again=LATER)
    with one_change(amira):
        assert journey.settle_first(amira.citizen, amira.id, first, command).next_changed
    assert next_step(amira) == first and row(Step, first)["state"] == "active"
    for step in (amira.step, waits):
        found = row(Step, step)
        assert (found["state"], found["until"], found["after_id"]) == ("resting", LATER, first)
    kept = entries(amira)[0].before["steps"]
    assert kept[str(waits)] == {"state": "waiting", "after_id": None, "until": "2026-11-18", "since": "2026-11-09"}
    with nothing_written(amira):
        assert journey.settle_first(amira.citizen, amira.id, first, command).kind == "unchanged"


def test_two_steps_never_wait_for_each_other(amira: Plan) -> None:
    for ball in ("citizen", "both"):
        one, two = place(amira, ball=ball), place(amira, ball=ball)
        for first, then in ((one, two), (two, one)):
            journey.settle_first(amira.citizen, amira.id, first, SettleFirst(before=[then], look_again=LATER))
        assert (row(Step, one)["after_id"], row(Step, two)["after_id"]) == (two, None)


def test_what_the_law_asks_is_not_put_to_rest_by_a_choice(amira: Plan) -> None:
    law, done = place(amira, "law"), place(amira, state="done")
    with nothing_written(amira):
        for before, fault in (([law], "before: law_stands"), ([done], "before: not_open")):
            with pytest.raises(Invalid, match=fault):
                command = SettleFirst(before=before, look_again=LATER)
                journey.settle_first(amira.citizen, amira.id, amira.step, command)
        with pytest.raises(Invalid, match="look_again: in_the_past"):
            command = SettleFirst(before=[law], look_again=date(2026, 11, 15))
            journey.settle_first(amira.citizen, amira.id, amira.step, command)


def test_the_municipalitys_step_keeps_since_and_a_day_also_at_rest(amira: Plan) -> None:
    theirs = place(amira, ball="municipality")
    journey.settle_first(amira.citizen, amira.id, amira.step, SettleFirst(before=[theirs], look_again=LATER))
    found = row(Step, theirs)
    assert all(found[name] for name in BOTH_DAYS) and found["ball"] == "municipality"


def test_any_open_step_can_be_chosen_as_next(amira: Plan) -> None:
    for state in ("active", "waiting", "resting", "later"):
        step = place(amira, state=state)
        assert journey.choose_next(amira.citizen, amira.id, step).next_changed
        assert next_step(amira) == step and way(amira).next.id == step
