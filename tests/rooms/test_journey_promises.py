"""A day that the municipality has promised is changed by its own people alone, so that no apology is lost."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, SINCE, entries, nothing_written, one_change, place, row, waiting_proposals

from minplan import journey
from minplan.errors import Conflict, Invalid
from minplan.journey import Ball, HandOver, NewStep, ProposalAnswer, SettleFirst, Wait, When
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step

TODAY, WEDNESDAY, PASSED, FAR = (date(2026, 11, day) for day in (16, 18, 11, 30))
THEIRS = Ball(holder="municipality")
NEW_DAY = (
    When(on=FAR),
    Wait(ball=THEIRS, since=PASSED, until=FAR),
    HandOver(ball=Ball(holder="municipality", name="Ydelse"), promised=FAR),
)
Act = Callable[[Plan, UUID], journey.Outcome]
ASKING: dict[str, Act] = {
    "set_date": lambda amira, step: journey.set_date(amira.citizen, amira.id, step, "2026-11-11", NEW_DAY[0]),
    "rest": lambda amira, step: journey.rest(amira.citizen, amira.id, step, "active", FAR),
}
KEEPING: dict[str, Act] = {
    "wait": lambda amira, step: journey.wait(amira.citizen, amira.id, step, "active", NEW_DAY[1]),
    "rest": lambda amira, step: journey.rest(amira.citizen, amira.id, step, "active", None),
    "hand_over": lambda amira, step: journey.hand_over(amira.citizen, amira.id, step, "municipality", NEW_DAY[2]),
    "settle_first": lambda amira, step: journey.settle_first(
        amira.citizen, amira.id, amira.step, SettleFirst(before=[step], look_again=FAR)
    ),
    "postpone": lambda amira, step: journey.postpone(amira.citizen, amira.id, step, "active"),
}


def promised(step: UUID) -> tuple[date | None, date | None]:
    found = row(Step, step)
    return found["since"], found["until"] if found["state"] in ("waiting", "resting") else found["when_on"]


@pytest.mark.parametrize("verb", ASKING)
def test_another_day_from_the_citizen_is_a_proposal(amira: Plan, verb: str) -> None:
    step = place(amira, ball="municipality", when_on=PASSED)
    before = row(Step, step)
    with one_change(amira):
        asked = ASKING[verb](amira, step)
    assert (asked.kind, asked.promised) == ("proposed", WEDNESDAY) and row(Step, step) == before
    journey.answer(amira.bo, amira.id, asked.subject_id, ProposalAnswer(answer="yes"))
    assert promised(step) == (SINCE, FAR)


@pytest.mark.parametrize("verb", KEEPING)
def test_whatever_else_the_citizen_does_the_passed_day_stands(amira: Plan, verb: str) -> None:
    step = place(amira, ball="municipality", when_on=PASSED)
    assert KEEPING[verb](amira, step).kind == "done"
    assert promised(step) == (SINCE, PASSED)


def test_waiting_for_the_municipality_begins_today_with_the_ordinary_promise(amira: Plan) -> None:
    step = place(amira)
    journey.wait(amira.citizen, amira.id, step, "active", NEW_DAY[1])
    assert promised(step) == (TODAY, WEDNESDAY)
    with nothing_written(amira):
        assert journey.wait(amira.citizen, amira.id, step, "waiting", NEW_DAY[1]).kind == "unchanged"
    by_bo = place(amira, ball="both")
    journey.wait(amira.bo, amira.id, by_bo, "active", NEW_DAY[1])
    assert promised(by_bo) == (PASSED, FAR)


def test_a_day_that_is_posted_with_the_ball_is_the_municipalitys_to_name(amira: Plan) -> None:
    step = place(amira)
    journey.hand_over(amira.citizen, amira.id, step, "citizen", HandOver(ball=THEIRS, promised=PASSED))
    assert promised(step) == (TODAY, WEDNESDAY)


def test_an_adjusted_day_goes_back_to_the_municipality(amira: Plan) -> None:
    step = place(amira, "agreed", ball="municipality", when_on=PASSED)
    asked = journey.set_date(amira.bo, amira.id, step, "2026-11-11", When(on=LATER))
    adjusted = ProposalAnswer(answer="adjust", when=When(on=FAR))
    with one_change(amira):
        back = journey.answer(amira.citizen, amira.id, asked.subject_id, adjusted)
    assert back.kind == "proposed" and promised(step) == (SINCE, PASSED)
    assert row(Proposal, asked.subject_id)["status"] == "adjusted"
    (waiting,) = waiting_proposals(amira, amira.bo)
    assert (waiting.id, waiting.when_on, waiting.mine) == (back.subject_id, FAR, True)
    with nothing_written(amira):
        assert journey.answer(amira.citizen, amira.id, asked.subject_id, adjusted).kind == "unchanged"


def test_a_yes_to_the_municipalitys_own_day_is_its_new_promise(amira: Plan) -> None:
    step = place(amira, "agreed", ball="municipality", when_on=PASSED)
    asked = journey.set_date(amira.bo, amira.id, step, "2026-11-11", When(on=LATER))
    journey.answer(amira.citizen, amira.id, asked.subject_id, ProposalAnswer(answer="yes"))
    assert promised(step) == (SINCE, LATER)


def test_no_promise_and_no_day_to_look_again_lies_in_the_past(amira: Plan) -> None:
    own, theirs = place(amira), place(amira, "law", ball="municipality")
    new = NewStep(milestone=amira.milestone, title=said("x"), tracks=["health"], ball=THEIRS, when=When(on=PASSED))
    gone = Wait(ball=Ball(holder="both"), since=SINCE, until=PASSED)
    with nothing_written(amira):
        for fault, act in (
            ("when: in_the_past", lambda: journey.add_step(amira.citizen, amira.id, new)),
            ("when: in_the_past", lambda: journey.set_date(amira.bo, amira.id, theirs, "2026-11-18", When(on=PASSED))),
            ("until: in_the_past", lambda: journey.wait(amira.citizen, amira.id, own, "active", gone)),
            ("until: in_the_past", lambda: journey.rest(amira.citizen, amira.id, own, "active", PASSED)),
            ("until: in_the_past", lambda: journey.rest(amira.citizen, amira.id, theirs, "active", PASSED)),
        ):
            with pytest.raises(Invalid, match=fault):
                act()


def test_two_who_give_a_new_day_at_once(amira: Plan) -> None:
    step = place(amira, ball="municipality", when_on=PASSED)
    journey.promise(amira.bo, amira.id, step, LATER, seen="2026-11-11")
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        journey.promise(amira.tove, amira.id, step, FAR, seen="2026-11-11")
    assert (stale.value.field, stale.value.mine, stale.value.theirs) == ("promised", "2026-11-30", "2026-11-25")
    assert entries(amira)[0].actor_id == amira.bo
