"""Where a step stands: done and back, waiting, rest and a new way; and which step is next then."""

from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, SINCE, UNTIL, next_step, nothing_written, one_change, place, row, way, words

from minplan import access, clock, journey
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.journey.step import Step

TODAY = clock.parse("2026-11-16").date()  # type: ignore[union-attr]
LEARNED = journey.Detour(learned=said("Aftener er for lange"))


def done(amira: Plan, step: UUID, seen: str = "active", by: UUID | None = None) -> journey.Outcome:
    return journey.complete(by or amira.citizen, amira.id, step, seen)


def but_the_word(step: UUID) -> dict:
    return {name: value for name, value in row(Step, step).items() if name not in ("title_id", "why_id")}


def test_done_is_done_today_and_nobodys_turn(amira: Plan) -> None:
    step = place(amira, ball="municipality")
    assert done(amira, step).kind == "done"
    found = row(Step, step)
    assert (found["state"], found["done_on"], found["ball"], found["since"]) == ("done", TODAY, None, None)


def test_the_next_step_hands_its_place_on_and_gets_it_back(amira: Plan) -> None:
    waits, later = place(amira, state="waiting"), place(amira, state="later")
    assert next_step(amira) == amira.step
    assert done(amira, amira.step, "later").next_changed
    assert next_step(amira) == later
    assert journey.reopen(amira.citizen, amira.id, amira.step, "done").next_changed
    assert next_step(amira) == amira.step
    for step, state in ((amira.step, "later"), (later, "later"), (waits, "waiting")):
        done(amira, step, state)
    assert next_step(amira) is None and way(amira).next is None
    journey.reopen(amira.citizen, amira.id, waits, "done")
    assert next_step(amira) == waits


def test_taken_back_everything_is_as_it_was(amira: Plan) -> None:
    first = place(amira)
    steps = [
        place(amira, state="waiting", ball="other", ball_name="Lægen"),
        place(amira, "agreed", "resting", "municipality", ball_name="Ydelse"),
        place(amira, "law", "active", "both", when_on=UNTIL),
        place(amira, state="resting", after_id=first),
    ]
    for step in steps:
        before = row(Step, step)
        done(amira, step, before["state"])
        assert journey.reopen(amira.citizen, amira.id, step, "done").kind == "done"
        assert row(Step, step) == before
        if before["kind"] != "law":
            journey.detour(amira.citizen, amira.id, step, before["state"], LEARNED)
            journey.reopen(amira.citizen, amira.id, step, "detour")
            assert row(Step, step) == before


def test_a_new_way_that_was_wished_for_can_be_taken_back_as_well(amira: Plan) -> None:
    step = place(amira, "law", "waiting", "municipality", ball_name="Ydelse")
    journey.complete(amira.citizen, amira.id, step, "waiting")
    journey.reopen(amira.citizen, amira.id, step, "done")
    journey.hand_over(
        amira.citizen, amira.id, step, "municipality", journey.HandOver(ball=journey.Ball(holder="both", name="Bo"))
    )
    before = row(Step, step)
    wish = journey.detour(amira.citizen, amira.id, step, "waiting", LEARNED)
    assert wish.kind == "wished" and row(Step, step) == before
    journey.answer(amira.bo, amira.id, wish.subject_id, journey.ProposalAnswer(answer="yes"))
    assert row(Step, step)["state"] == "detour"
    with pytest.raises(Conflict):
        journey.reopen(amira.bo, amira.id, step, "done")
    journey.reopen(amira.bo, amira.id, step, "detour")
    assert row(Step, step) == before


def test_staff_take_back_only_what_was_theirs(amira: Plan) -> None:
    theirs, citizens = place(amira, ball="municipality"), place(amira)
    done(amira, theirs, by=amira.bo)
    done(amira, citizens)
    with nothing_written(amira), pytest.raises(NotAllowed):
        journey.reopen(amira.bo, amira.id, citizens, "done")
    assert journey.reopen(amira.tove, amira.id, theirs, "done").kind == "done"


def test_what_was_done_before_the_journal_began_can_be_taken_back(amira: Plan) -> None:
    step = place(amira, state="done")
    journey.reopen(amira.citizen, amira.id, step, "done")
    found = row(Step, step)
    assert (found["state"], found["ball"], found["done_on"]) == ("active", "citizen", None)


def test_two_who_change_the_state_at_once(amira: Plan) -> None:
    step = place(amira, ball="both")
    journey.wait(amira.bo, amira.id, step, "active", journey.Wait(
        ball=journey.Ball(holder="both"), since=SINCE, until=LATER
    ))  # fmt: skip
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        done(amira, step)
    assert (stale.value.field, stale.value.mine, stale.value.theirs) == ("state", "done", "waiting")


def test_what_both_want_is_no_conflict(amira: Plan) -> None:
    step = place(amira, ball="both")
    done(amira, step, by=amira.bo)
    assert done(amira, step).kind == "unchanged"


@pytest.mark.parametrize("state", ["done", "detour", "suggested"])
def test_what_is_not_on_the_way_goes_nowhere(amira: Plan, state: str) -> None:
    step = place(amira, "law", state)
    wait = journey.Wait(ball=journey.Ball(holder="both"), since=SINCE, until=LATER)
    with nothing_written(amira):
        for act in (
            lambda: journey.start(amira.citizen, amira.id, step, state),
            lambda: journey.wait(amira.citizen, amira.id, step, state, wait),
            lambda: journey.rest(amira.citizen, amira.id, step, state, LATER),
            lambda: journey.choose_next(amira.citizen, amira.id, step),
            lambda: journey.split(amira.citizen, amira.id, step, journey.Split(titles=[said("a")])),
        ):
            with pytest.raises(Invalid, match="state: not_open"):
                act()


def test_a_new_way_keeps_what_we_take_along(amira: Plan) -> None:
    step = place(amira)
    with one_change(amira):
        journey.detour(amira.citizen, amira.id, step, "active", LEARNED)
    found = row(Step, step)
    assert (found["state"], words(found["learned_id"])) == ("detour", "Aftener er for lange")


def test_waiting_has_who_since_and_until() -> None:
    ball = {"holder": "other", "name": "Lægen"}
    for lacking in ({"since": SINCE}, {"until": LATER}, {"since": LATER, "until": SINCE}):
        with pytest.raises(ValueError, match="until|since"):
            journey.Wait.model_validate({"ball": ball} | lacking)
    with pytest.raises(ValueError, match="who"):
        journey.Ball(holder="other")


def test_what_may_be_taken_back_is_offered_to_those_who_may(amira: Plan) -> None:
    theirs, citizens, older = place(amira, ball="both"), place(amira), place(amira, state="done")
    for step in (theirs, citizens):
        done(amira, step)
    offered = {}
    for who in (amira.citizen, amira.bo, amira.tove):
        with access.view(who, amira.id) as view:
            behind = journey.way(view).behind
            offered[who] = {step.id for step in behind if "reopen" in journey.verdicts(view, step)}
    assert offered == {amira.citizen: {theirs, citizens, older}, amira.bo: {theirs}, amira.tove: {theirs}}
