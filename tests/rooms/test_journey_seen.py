"""What somebody saw when they began: a form that has become old overwrites nothing."""

from uuid import UUID

import pytest
from cast import Plan
from props import LATER, SINCE, UNTIL, nothing_written, place, row, way

from minplan import access, journey
from minplan.errors import Conflict
from minplan.journey import Ball, HandOver, Wait
from minplan.journey.step import Step

BOTH, OLD = Ball(holder="both"), "2026-11-17"


def wait(amira: Plan, by: UUID, step: UUID, seen: str) -> journey.Outcome:
    command = Wait(ball=BOTH, since=SINCE, until=LATER)
    return journey.wait(by, amira.id, step, "waiting", command, seen_until=seen)


def rest(amira: Plan, by: UUID, step: UUID, seen: str) -> journey.Outcome:
    return journey.rest(by, amira.id, step, "resting", LATER, seen_until=seen)


@pytest.mark.parametrize(("verb", "state"), [(wait, "waiting"), (rest, "resting")])
def test_another_day_for_what_pauses_already(amira: Plan, verb: object, state: str) -> None:
    step = place(amira, state=state, ball="both", until=UNTIL)
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        verb(amira, amira.citizen, step, OLD)  # type: ignore[operator]
    assert (stale.value.field, stale.value.mine, stale.value.theirs) == ("until", "2026-11-25", "2026-11-18")
    assert verb(amira, amira.citizen, step, "2026-11-18").kind == "done"  # type: ignore[operator]
    assert verb(amira, amira.bo, step, OLD).kind == "unchanged"  # type: ignore[operator]


def test_a_ball_that_went_to_another_name_meanwhile(amira: Plan) -> None:
    step = place(amira, ball="municipality", ball_name="Ydelse")
    jobcenter = HandOver(ball=Ball(holder="municipality", name="Jobcenteret"))
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        journey.hand_over(amira.bo, amira.id, step, "municipality", jobcenter, seen_name="")
    assert (stale.value.field, stale.value.theirs) == ("ball", "Ydelse")
    shown = next(each for each in way(amira).ahead if each.id == step).ball
    assert shown and shown.named == "Ydelse"
    assert journey.hand_over(amira.bo, amira.id, step, "municipality", jobcenter, seen_name="Ydelse").kind == "done"
    assert row(Step, step)["ball_name"] == "Jobcenteret"


def test_a_token_that_was_chosen_in_another_window(amira: Plan) -> None:
    journey.choose_token(amira.citizen, amira.id, "boat", seen="")
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        journey.choose_token(amira.citizen, amira.id, "tree", seen="")
    assert (stale.value.field, stale.value.mine, stale.value.theirs) == ("token", "tree", "boat")
    assert journey.choose_token(amira.citizen, amira.id, None, seen="boat").kind == "done"


def test_an_older_form_shows_nothing_that_a_newer_one_hid(amira: Plan) -> None:
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"}, seen=set())
    with nothing_written(amira), pytest.raises(Conflict):
        journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"work"}, seen=set())
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"work", "health"}, seen={"health"})
    with access.view(amira.bo, amira.id) as view:
        assert view.viewer.hidden == {"work", "health"}


def test_who_starts_what_lay_with_somebody_outside_has_the_ball(amira: Plan) -> None:
    step = place(amira, state="waiting", ball="other", ball_name="Lægen")
    journey.start(amira.citizen, amira.id, step, "waiting")
    found = row(Step, step)
    assert (found["state"], found["ball"], found["ball_name"]) == ("active", "citizen", None)
