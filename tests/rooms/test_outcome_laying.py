"""From the table onto the way: nothing newer is undone, and nobody rewrites alone what two have agreed on."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from gathered import agreed, agreement, close, confirm, going_on, outcome
from props import entries, hide, nothing_written, row

from minplan import db, journey, meeting
from minplan.errors import Invalid
from minplan.journey import Ball, HandOver
from minplan.journey.step import Step
from minplan.meeting import NewAgreement

TOMORROW = date(2026, 11, 17)


def laid(amira: Plan, **fields: Any) -> tuple[UUID, UUID, UUID]:
    """A meeting with an agreement that is on the way: the ids of all three."""
    where = going_on(amira)
    key = agreed(amira, where, **{"on": TOMORROW} | fields)
    confirm(amira, where, "municipality")
    confirm(amira, where)
    step = agreement(key).step_id
    assert step and agreement(key).sealed
    return where, key, step


def test_what_is_laid_is_not_laid_again(amira: Plan) -> None:
    """Amira hands the ball over on the way; the meeting ends, and she says yes once more: it stays where it is."""
    where, _, step = laid(amira)
    journey.hand_over(amira.citizen, amira.id, step, "citizen", HandOver(ball=Ball(holder="municipality")))
    before = row(Step, step)
    confirm(amira, where, says="differently")
    confirm(amira, where)
    close(amira, where)
    confirm(amira, where, says="differently")
    confirm(amira, where)
    assert row(Step, step) == before


def test_what_was_changed_on_the_way_since_is_newer(amira: Plan) -> None:
    where, key, step = laid(amira)
    meeting.set_day(amira.bo, amira.id, where, key, "2026-11-17", TOMORROW + timedelta(days=3))
    with db.writing() as session:
        session.get_one(Step, step).when_on = TOMORROW + timedelta(days=9)
    confirm(amira, where)
    close(amira, where)
    assert row(Step, step)["when_on"] == TOMORROW + timedelta(days=9)
    (found,) = outcome(amira, where).agreements
    assert found.outrun and not found.sealed


def test_a_step_that_was_changed_is_put_right_on_the_way(amira: Plan) -> None:
    where, key, step = laid(amira)
    journey.complete(amira.citizen, amira.id, step, row(Step, step)["state"])
    with nothing_written(amira), pytest.raises(Invalid) as refused:
        meeting.set_day(amira.bo, amira.id, where, key, "2026-11-17", TOMORROW + timedelta(days=3))
    assert refused.value.fields == {"agreement": "step_changed"}


def test_calling_it_own_makes_it_nobodys_alone(amira: Plan) -> None:
    where, key, step = laid(amira)
    before = row(Step, step)
    meeting.set_kind(amira.citizen, amira.id, where, key, "agreed", "own")
    meeting.reword_agreement(amira.citizen, amira.id, where, key, "what", agreement(key).what_id, said("Ingenting"))
    confirm(amira, where)
    assert row(Step, step) == before and not agreement(key).sealed
    assert not outcome(amira, where).agreements[0].outrun
    confirm(amira, where, "municipality")
    assert row(Step, step)["kind"] == "own" and agreement(key).sealed


@pytest.mark.parametrize("holder", ["municipality", "both"])
def test_nobody_promises_for_the_municipality(amira: Plan, holder: Any) -> None:
    where = going_on(amira)
    key = agreed(amira, where, by=amira.citizen, kind="own", ball=Ball(holder=holder), on=TOMORROW)
    confirm(amira, where)
    assert agreement(key).step_id is None
    confirm(amira, where, "municipality")
    assert agreement(key).step_id


def test_the_journal_keeps_what_a_step_said_before(amira: Plan) -> None:
    where, key, step = laid(amira)
    later = TOMORROW + timedelta(days=3)
    meeting.set_day(amira.bo, amira.id, where, key, "2026-11-17", later)
    confirm(amira, where)
    entry = entries(amira)[0]
    told = [(entry.before or {})["laid"][str(step)], (entry.after or {})["laid"][str(step)]]
    assert told == [{"when_on": TOMORROW.isoformat()}, {"when_on": later.isoformat()}]


def test_where_it_leads_needs_a_yes_and_goes_along(amira: Plan) -> None:
    where, key, step = laid(amira)
    elsewhere = _milestone(amira, "economy")
    meeting.set_milestone(amira.bo, amira.id, where, key, "", elsewhere)
    found = outcome(amira, where).citizen_says
    assert found and not found.stands
    confirm(amira, where)
    after = row(Step, step)
    assert (after["milestone_id"], after["tracks"], agreement(key).tracks) == (elsewhere, "economy", "economy")


def test_whoever_sees_no_step_sees_no_agreement_of_it(amira: Plan) -> None:
    where, key, step = laid(amira)
    assert agreement(key).tracks == row(Step, step)["tracks"] != ""
    hide(amira, amira.tove, agreement(key).tracks)
    assert outcome(amira, where, amira.tove).agreements == ()


def test_the_municipality_promises_a_year_ahead_at_most(amira: Plan) -> None:
    where, far = going_on(amira), date(2199, 1, 1)
    new = NewAgreement(what=said("Bo ringer"), ball=Ball(holder="municipality"), on=far)
    with nothing_written(amira), pytest.raises(Invalid):
        meeting.agree(amira.bo, amira.id, where, new)
    key = agreed(amira, where, on=far)
    with pytest.raises(Invalid):
        meeting.set_ball(amira.bo, amira.id, where, key, "citizen", "municipality")
    meeting.set_day(amira.bo, amira.id, where, key, "2199-01-01", TOMORROW)
    meeting.set_ball(amira.bo, amira.id, where, key, "citizen", "municipality")
    with pytest.raises(Invalid):
        meeting.set_day(amira.bo, amira.id, where, key, "2026-11-17", far)


@pytest.mark.parametrize("text", ["\u200b", "\u2067\u2069", "\u3164"])
def test_what_nobody_can_read_is_no_agreement(amira: Plan, text: str) -> None:
    where = going_on(amira)
    with nothing_written(amira), pytest.raises(ValueError, match="words"):
        agreed(amira, where, text)
    key = agreed(amira, where)
    with pytest.raises(Invalid):
        meeting.set_other(amira.bo, amira.id, where, key, "", text)


def test_there_is_an_end_to_what_a_meeting_holds(amira: Plan) -> None:
    where = going_on(amira)
    for n in range(40):
        agreed(amira, where, f"Gå {n}")
    with nothing_written(amira), pytest.raises(Invalid) as refused:
        agreed(amira, where, "Gå en gang til")
    assert refused.value.fields == {"text": "enough"}


def _milestone(amira: Plan, track: str) -> UUID:
    """Another goal of Amira's on this track, with a milestone."""
    goal = journey.add_goal(amira.citizen, amira.id, journey.NewGoal(title=said("Penge"), track=track)).subject_id
    assert goal
    new = journey.NewMilestone(goal=goal, title=said("Overblik"))
    found = journey.add_milestone(amira.citizen, amira.id, new).subject_id
    assert found
    return found
