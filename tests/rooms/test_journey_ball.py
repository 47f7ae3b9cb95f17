"""Whose turn it is. The municipality's ball always has since and a promised day, and only a person gives another."""

from datetime import date, datetime

import pytest
from cast import Plan, said
from props import LATER, SINCE, UNTIL, entries, nothing_written, place, row

from minplan import clock, journey
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.journey.step import Step

TODAY, WEDNESDAY, PASSED = date(2026, 11, 16), date(2026, 11, 18), date(2026, 11, 11)
TO_MUNICIPALITY = journey.HandOver(ball=journey.Ball(holder="municipality"))
TO_CITIZEN = journey.HandOver(ball=journey.Ball(holder="citizen"))
TO_YDELSE = journey.HandOver(ball=journey.Ball(holder="municipality", name="Ydelse"))


def days(step: object) -> tuple[date | None, date | None, date | None]:
    found = row(Step, step)  # type: ignore[arg-type]
    return found["since"], found["when_on"], found["until"]


@pytest.mark.parametrize("state", ["active", "later", "waiting", "resting"])
def test_the_municipalitys_ball_has_since_and_a_promised_day(amira: Plan, state: str) -> None:
    step = place(amira, state=state)
    journey.hand_over(amira.citizen, amira.id, step, "citizen", TO_MUNICIPALITY)
    since, when, until = days(step)
    assert since == TODAY and (until if state in ("waiting", "resting") else when) == WEDNESDAY


def test_an_appointment_that_somebody_made_is_not_lost_when_the_ball_goes_over(amira: Plan) -> None:
    at = datetime(2026, 12, 3, 10, tzinfo=clock.COPENHAGEN)
    ahead, gone = place(amira, when_at=at), place(amira, when_on=PASSED)
    for step in (ahead, gone):
        journey.hand_over(amira.citizen, amira.id, step, "citizen", TO_MUNICIPALITY)
    assert row(Step, ahead)["when_at"] == at and days(ahead)[0] == TODAY
    assert days(gone) == (TODAY, WEDNESDAY, None)


def test_a_day_that_staff_name_is_the_promised_one_and_never_a_past_one(amira: Plan) -> None:
    step = place(amira, ball="both")
    asked = TO_MUNICIPALITY.model_copy(update={"promised": PASSED})
    with nothing_written(amira), pytest.raises(Invalid, match="promised: in_the_past"):
        journey.hand_over(amira.bo, amira.id, step, "both", asked)
    journey.hand_over(amira.bo, amira.id, step, "both", TO_MUNICIPALITY.model_copy(update={"promised": LATER}))
    assert days(step) == (TODAY, LATER, None)


@pytest.mark.parametrize("state", ["active", "waiting"])
def test_within_the_municipality_a_passed_promise_stays_passed(amira: Plan, state: str) -> None:
    step = place(amira, state=state, ball="municipality", **{"until" if state == "waiting" else "when_on": PASSED})
    before = days(step)
    journey.hand_over(amira.bo, amira.id, step, "municipality", TO_YDELSE)
    assert days(step) == before and row(Step, step)["ball_name"] == "Ydelse"


def test_no_machine_gives_a_new_day_when_a_step_pauses_or_goes_on(amira: Plan) -> None:
    step = place(amira, ball="municipality", when_on=PASSED)
    journey.rest(amira.citizen, amira.id, step, "active", None)
    assert days(step) == (SINCE, PASSED, PASSED)
    journey.start(amira.citizen, amira.id, step, "resting")
    assert days(step) == (SINCE, PASSED, None)
    waits = place(amira, state="waiting", ball="municipality", until=LATER, when_on=PASSED)
    journey.start(amira.citizen, amira.id, waits, "waiting")
    assert days(waits) == (SINCE, LATER, None)


def test_a_clock_time_on_the_promised_day_is_kept(amira: Plan) -> None:
    at = datetime(2026, 11, 18, 10, tzinfo=clock.COPENHAGEN)
    step = place(amira, state="waiting", ball="municipality", until=UNTIL, when_at=at)
    journey.start(amira.citizen, amira.id, step, "waiting")
    assert row(Step, step)["when_at"] == at and row(Step, step)["until"] is None


@pytest.mark.parametrize("state", ["active", "waiting"])
def test_a_person_of_the_municipality_gives_the_new_day_and_says_why(amira: Plan, state: str) -> None:
    step = place(amira, state=state, ball="municipality", **{"until" if state == "waiting" else "when_on": PASSED})
    journey.promise(amira.tove, amira.id, step, LATER, said("Undskyld, brevet mangler."))
    since, when, until = days(step)
    assert since == SINCE and (until if state == "waiting" else when) == LATER
    entry = entries(amira)[0]
    assert entry.verb == "promise" and entry.reason and entry.reason.text == "Undskyld, brevet mangler."
    assert list(entry.before.values()) == ["2026-11-11"] and list(entry.after.values()) == ["2026-11-25"]
    with nothing_written(amira), pytest.raises(Invalid, match="in_the_past"):
        journey.promise(amira.bo, amira.id, step, PASSED)


def test_the_promised_day_cannot_be_taken_away(amira: Plan) -> None:
    own, law = place(amira, ball="municipality"), place(amira, "law", ball="municipality")
    for by, step in ((amira.citizen, own), (amira.bo, law), (amira.citizen, law)):
        with nothing_written(amira), pytest.raises(Invalid, match="when: promise_needed"):
            journey.set_date(by, amira.id, step, "2026-11-18", journey.When())


def test_out_of_the_municipality_the_since_goes_and_waiting_keeps_it(amira: Plan) -> None:
    for state, since in (("active", None), ("resting", None), ("waiting", SINCE)):
        step = place(amira, state=state, ball="municipality")
        journey.hand_over(amira.bo, amira.id, step, "municipality", TO_CITIZEN)
        assert days(step)[0] == since


def test_two_who_hand_it_over_at_once(amira: Plan) -> None:
    step = place(amira, ball="both")
    journey.hand_over(amira.bo, amira.id, step, "both", TO_MUNICIPALITY)
    other = journey.HandOver(ball=journey.Ball(holder="other", name="Lægen"))
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        journey.hand_over(amira.citizen, amira.id, step, "both", other)
    assert (stale.value.field, stale.value.mine, stale.value.theirs) == ("ball", "other", "municipality")


def test_staff_give_no_promise_where_the_ball_is_not_theirs(amira: Plan) -> None:
    for ball in ("citizen", "both", "other"):
        step = place(amira, ball=ball)
        with nothing_written(amira), pytest.raises(NotAllowed):
            journey.promise(amira.bo, amira.id, step, LATER)
