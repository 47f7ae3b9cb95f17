"""An agreement: by one tap, or in own words; each field on its own; and on the way when both stand by it."""

from datetime import date, timedelta
from typing import Any

import pytest
from cast import Plan, said
from gathered import agreed, agreement, confirm, going_on, outcome
from props import nothing_written, one_change, way

from minplan import access, content, db, journey, meeting
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.journey.step import Step

TOMORROW = date(2026, 11, 17)


def step_of(amira: Plan, where: Any, at: int = 0) -> Any:
    key = outcome(amira, where).agreements[at].step_id
    return next((each for each in way(amira).ahead if each.id == key), None) if key else None


@pytest.mark.parametrize("ready", content.ready_agreements())
def test_one_tap_has_what_why_ball_day_and_how_binding_it_is(amira: Plan, ready: str) -> None:
    where = going_on(amira)
    with one_change(amira):
        meeting.agree_ready(amira.bo, amira.id, where, ready)
    (found,) = outcome(amira, where).agreements
    assert found.what.phrase and found.why and found.when_on and found.ball
    with nothing_written(amira):
        assert meeting.agree_ready(amira.citizen, amira.id, where, ready).kind == "unchanged"


def test_two_taps_make_a_step_with_why_ball_and_day(amira: Plan) -> None:
    where = going_on(amira)
    meeting.agree_ready(amira.bo, amira.id, where, "call_and_ask")
    with one_change(amira):
        assert confirm(amira, where).kind == "done"
    step = step_of(amira, where)
    assert (step.kind, step.ball.holder, step.when_on) == ("agreed", "municipality", date(2026, 11, 23))
    assert step.why and step.title.slots == {"who": "Bo", "date": "2026-11-23"}
    assert outcome(amira, where).agreements[0].sealed


def test_a_ready_sentence_names_the_day_that_holds(amira: Plan) -> None:
    where = going_on(amira)
    meeting.agree_ready(amira.bo, amira.id, where, "call_doctor")
    (found,) = outcome(amira, where).agreements
    meeting.set_day(amira.citizen, amira.id, where, found.id, "2026-11-23", TOMORROW)
    assert outcome(amira, where).agreements[0].what.slots == {"who": "Amira", "date": "2026-11-17"}
    meeting.set_day(amira.citizen, amira.id, where, found.id, "2026-11-17", None)
    assert outcome(amira, where).agreements[0].what.slots == {"who": "Amira"}


def test_each_field_is_put_right_on_its_own(amira: Plan) -> None:
    where = going_on(amira)
    key, here = agreed(amira, where), (amira.id, where)
    meeting.set_day(amira.citizen, *here, key, "", TOMORROW)
    meeting.set_kind(amira.bo, *here, key, "agreed", "own")
    meeting.set_ball(amira.bo, *here, key, "citizen", "both")
    meeting.reword_agreement(amira.citizen, *here, key, "why", None, said("Så ved vi mere"))
    meeting.set_milestone(amira.bo, *here, key, "", amira.milestone)
    confirm(amira, where)
    step = step_of(amira, where)
    assert (step.kind, step.ball.holder, step.when_on, step.milestone_id) == ("own", "both", TOMORROW, amira.milestone)
    assert step.why.text == "Så ved vi mere"


@pytest.mark.parametrize(
    ("verb", "seen", "mine"),
    [("set_day", "", TOMORROW), ("set_kind", "agreed", "agreed"), ("set_ball", "citizen", "municipality"),
     ("set_other", "", "Lægen")],
)  # fmt: skip
def test_two_who_change_the_same_field_meet(amira: Plan, verb: str, seen: str, mine: Any) -> None:
    where = going_on(amira)
    key = agreed(amira, where)
    meeting.set_day(amira.bo, amira.id, where, key, "", TOMORROW + timedelta(days=1))
    meeting.set_kind(amira.bo, amira.id, where, key, "agreed", "own")
    meeting.set_other(amira.bo, amira.id, where, key, "", "Kommunelægen")
    with nothing_written(amira), pytest.raises(Conflict):
        getattr(meeting, verb)(amira.citizen, amira.id, where, key, seen, mine)


def test_the_municipality_never_has_the_ball_without_a_day(amira: Plan) -> None:
    where = going_on(amira)
    key = agreed(amira, where)
    meeting.set_ball(amira.bo, amira.id, where, key, "citizen", "municipality")
    assert agreement(key).when_on == date(2026, 11, 18)
    with pytest.raises(Invalid):
        meeting.set_day(amira.bo, amira.id, where, key, "2026-11-18", None)
    with pytest.raises(Invalid):
        meeting.set_day(amira.bo, amira.id, where, key, "2026-11-18", date(2026, 11, 1))


def test_what_the_law_asks_is_said_by_a_professional_and_names_the_law(amira: Plan) -> None:
    where = going_on(amira)
    key = agreed(amira, where)
    with pytest.raises(Invalid):
        meeting.set_law(amira.citizen, amira.id, where, key, "", "LAB § 31")
    meeting.set_law(amira.bo, amira.id, where, key, "", "LAB § 31")
    with pytest.raises(NotAllowed):
        meeting.set_day(amira.citizen, amira.id, where, key, "", TOMORROW)
    with pytest.raises(Invalid):
        meeting.set_other(amira.bo, amira.id, where, key, "", "Lægen")
    with pytest.raises(NotAllowed):
        meeting.remove_agreement(amira.citizen, amira.id, where, key)
    meeting.set_law(amira.bo, amira.id, where, key, "LAB § 31", "")
    assert agreement(key).kind == "agreed"


def test_what_the_citizen_alone_wrote_needs_the_municipality_too(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where, by=amira.citizen)
    confirm(amira, where)
    assert step_of(amira, where) is None
    confirm(amira, where, "municipality")
    assert step_of(amira, where)


def test_what_the_citizen_may_do_alone_needs_nobody(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where, by=amira.citizen, kind="own")
    confirm(amira, where)
    assert step_of(amira, where).kind == "own"


def test_whoever_sees_it_differently_has_agreed_to_nothing(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where, "municipality", says="differently")
    confirm(amira, where)
    assert step_of(amira, where) is None


def test_changed_words_need_a_new_yes_and_the_step_stands_until_then(amira: Plan) -> None:
    where = going_on(amira)
    key = agreed(amira, where, on=TOMORROW)
    confirm(amira, where)
    meeting.set_day(amira.bo, amira.id, where, key, "2026-11-17", TOMORROW + timedelta(days=3))
    found = outcome(amira, where)
    assert found.citizen_says and not found.citizen_says.stands
    assert not found.agreements[0].sealed and step_of(amira, where).when_on == TOMORROW
    confirm(amira, where)
    assert step_of(amira, where).when_on == date(2026, 11, 20)
    assert outcome(amira, where).agreements[0].sealed


def test_what_is_on_the_way_is_not_taken_off_here(amira: Plan) -> None:
    where = going_on(amira)
    key, other = agreed(amira, where), agreed(amira, where, "Noget andet")
    meeting.remove_agreement(amira.citizen, amira.id, where, other)
    assert [each.id for each in outcome(amira, where).agreements] == [key]
    confirm(amira, where)
    with pytest.raises(Invalid):
        meeting.remove_agreement(amira.bo, amira.id, where, key)


def test_a_hidden_track_stays_hidden_here(amira: Plan) -> None:
    where = going_on(amira)
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"health"})
    key = agreed(amira, where, by=amira.citizen, kind="own", track="health")
    assert outcome(amira, where, amira.tove).agreements == ()
    with pytest.raises(NotFound):
        meeting.set_day(amira.tove, amira.id, where, key, "", TOMORROW)


def test_a_plan_without_a_goal_gets_one_for_what_was_agreed(amira: Plan) -> None:
    """Dorte has nothing yet. Camilla meets her."""
    with access.view(amira.dorte) as view:
        plan = view.plan.id
    with db.writing() as session:
        place = {"plan_id": plan, "person_id": amira.camilla, "relation": "contact", "name": "Camilla"}
        session.add(access.Membership(**place))
    dorte = Plan(plan, amira.dorte, amira.camilla, amira.tove, amira.bo, amira.citizen, amira.milestone, amira.step)
    where = going_on(dorte)
    agreed(dorte, where)
    confirm(dorte, where)
    with access.view(amira.dorte) as view:
        (goal,) = journey.way(view).goals
    assert goal.title.phrase == "goal.find_way" and goal.milestones[0].title.phrase == "milestone.agreed"


def test_no_step_was_made_without_a_yes(amira: Plan) -> None:
    where = going_on(amira)
    meeting.agree_ready(amira.bo, amira.id, where, "call_doctor")
    confirm(amira, where, "municipality")
    with db.reading() as connection:
        table = Step.__table__  # type: ignore[attr-defined]
        assert len(connection.execute(table.select()).all()) == 1
