"""The order of the way: earlier and later, the next one, smaller steps, and what must settle first."""

from datetime import date
from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, SINCE, UNTIL, entries, hide, next_step, nothing_written, one_change, place, row, way

from minplan import journey
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.journey import SettleFirst, Split
from minplan.journey.step import Step


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
    first, then = place(amira, state="resting"), place(amira)
    command = SettleFirst(before=[amira.step, then, first, then], look_again=LATER)
    with one_change(amira):
        assert journey.settle_first(amira.citizen, amira.id, first, command).next_changed
    assert next_step(amira) == first and row(Step, first)["state"] == "active"
    for step in (amira.step, then):
        found = row(Step, step)
        assert (found["state"], found["until"], found["after_id"]) == ("resting", LATER, first)
    kept = entries(amira)[0].before["steps"]
    assert kept[str(then)] == {"state": "active", "after_id": None, "until": None}
    with nothing_written(amira):
        assert journey.settle_first(amira.citizen, amira.id, first, command).kind == "unchanged"


def test_two_steps_never_wait_for_each_other(amira: Plan) -> None:
    for ball in ("citizen", "both"):
        one, two = place(amira, ball=ball), place(amira, ball=ball)
        for first, then in ((one, two), (two, one)):
            journey.settle_first(amira.citizen, amira.id, first, SettleFirst(before=[then], look_again=LATER))
        assert (row(Step, one)["after_id"], row(Step, two)["after_id"]) == (two, None)


def test_what_the_law_asks_is_not_put_to_rest_by_a_choice(amira: Plan) -> None:
    law, done, waits = place(amira, "law"), place(amira, state="done"), place(amira, state="waiting")
    faults = (([law], "before: law_stands"), ([done], "before: not_open"), ([waits], "before: waiting"))
    with nothing_written(amira):
        for before, fault in faults:
            with pytest.raises(Invalid, match=fault):
                command = SettleFirst(before=before, look_again=LATER)
                journey.settle_first(amira.citizen, amira.id, amira.step, command)
        with pytest.raises(Invalid, match="look_again: in_the_past"):
            command = SettleFirst(before=[law], look_again=date(2026, 11, 15))
            journey.settle_first(amira.citizen, amira.id, amira.step, command)


@pytest.mark.parametrize("verb", ["complete", "detour"])
def test_what_rested_until_it_settled_wakes_and_comes_later(amira: Plan, verb: str) -> None:
    own, theirs = place(amira), place(amira, ball="municipality")
    command = SettleFirst(before=[own, theirs], look_again=LATER)
    journey.settle_first(amira.citizen, amira.id, amira.step, command)
    with one_change(amira):
        more = [] if verb == "complete" else [journey.Detour(learned=said("Ro"))]
        assert getattr(journey, verb)(amira.citizen, amira.id, amira.step, "later", *more).next_changed
    for step, day in ((own, None), (theirs, UNTIL)):
        found = row(Step, step)
        assert (found["state"], found["until"], found["after_id"], found["when_on"]) == ("later", None, None, day)
    entry = entries(amira)[0]
    assert entry.after["woken"] == [str(own), str(theirs)] and entry.before["steps"][str(own)]["state"] == "resting"
    assert next_step(amira) == own
    journey.reopen(amira.citizen, amira.id, amira.step, "done" if verb == "complete" else "detour")
    assert row(Step, own)["state"] == "later"


def test_what_rests_for_another_reason_sleeps_on(amira: Plan) -> None:
    rests = place(amira, state="resting", until=LATER)
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    assert row(Step, rests)["state"] == "resting" and "woken" not in entries(amira)[0].after


def test_the_municipalitys_step_keeps_since_and_its_promised_day_also_at_rest(amira: Plan) -> None:
    theirs = place(amira, ball="municipality")
    journey.settle_first(amira.citizen, amira.id, amira.step, SettleFirst(before=[theirs], look_again=LATER))
    found = row(Step, theirs)
    assert (found["ball"], found["since"], found["until"]) == ("municipality", SINCE, UNTIL)


def test_any_open_step_can_be_chosen_as_next(amira: Plan) -> None:
    for state in ("active", "waiting", "resting", "later"):
        step = place(amira, state=state)
        assert journey.choose_next(amira.citizen, amira.id, step).next_changed
        assert next_step(amira) == step and way(amira).next.id == step


def test_staff_order_and_split_what_is_theirs_and_nothing_else(amira: Plan) -> None:
    theirs, both, citizens = place(amira, ball="municipality"), place(amira, ball="both"), place(amira)
    for by, step in ((amira.bo, theirs), (amira.tove, both)):
        assert journey.choose_next(by, amira.id, step).kind == "done"
        assert journey.move(by, amira.id, step, amira.step, "before").kind == "done"
        assert journey.split(by, amira.id, step, Split(titles=[said("Ring")])).kind == "done"
    with nothing_written(amira):
        for act in (
            lambda: journey.choose_next(amira.bo, amira.id, citizens),
            lambda: journey.move(amira.bo, amira.id, citizens, theirs, "before"),
            lambda: journey.split(amira.bo, amira.id, citizens, Split(titles=[said("Ring")])),
            lambda: journey.settle_first(amira.bo, amira.id, theirs, SettleFirst(before=[both], look_again=LATER)),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_whoever_splits_a_step_gives_nobody_else_a_task(amira: Plan) -> None:
    theirs, both = place(amira, ball="municipality", ball_name="Ydelse"), place(amira, ball="both")
    for step, ball in ((theirs, ("municipality", "Ydelse")), (both, ("both", None))):
        part = row(Step, journey.split(amira.bo, amira.id, step, Split(titles=[said("Ring")])).subject_id)
        assert (part["ball"], part["ball_name"]) == ball
        assert bool(part["since"] and part["when_on"]) == (ball[0] == "municipality")
    part = row(Step, journey.split(amira.citizen, amira.id, theirs, Split(titles=[said("Spørg")])).subject_id)
    assert part["ball"] == "citizen"


def test_the_next_step_that_somebody_else_chose_meanwhile_is_shown(amira: Plan) -> None:
    one, two = place(amira, ball="both"), place(amira)
    journey.choose_next(amira.bo, amira.id, one, seen=str(amira.step))
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        journey.choose_next(amira.citizen, amira.id, two, seen=str(amira.step))
    assert (stale.value.field, stale.value.theirs) == ("next", str(one))
    hidden, theirs = place(amira, tracks="work"), place(amira, ball="both")
    journey.choose_next(amira.citizen, amira.id, hidden)
    hide(amira, amira.bo, "work")
    assert journey.choose_next(amira.bo, amira.id, theirs, seen=str(one)).kind == "done"


def test_joined_steps_move_together(amira: Plan) -> None:
    first = place(amira, state="later")
    joined = place(amira, state="later", together_with_id=first)
    last = place(amira, state="later")
    for step, beside, there, order in (
        (joined, last, "after", [last, first, joined]),
        (first, last, "before", [first, joined, last]),
        (first, last, "after", [last, first, joined]),
        (joined, first, "before", [last, joined, first]),
        (joined, last, "before", [joined, first, last]),
    ):
        assert journey.move(amira.citizen, amira.id, step, beside, there).kind == "done"
        assert [step.id for step in way(amira).ahead] == [amira.step, *order]
