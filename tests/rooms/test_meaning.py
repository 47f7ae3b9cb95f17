"""What a step means: what it may lead to, and whether it makes sense; a no is a question, and never a refusal."""

from datetime import date

import pytest
from cast import Plan, said

from minplan import access, clock, dialogue, journey, rights
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.rights import NewProspect

WEDNESDAY = date(2026, 11, 18)


def meant(amira: Plan, by: str = "citizen") -> rights.Meaning:
    with access.view(getattr(amira, by), amira.id, "step") as view:
        step = journey.find(journey.way(view), amira.step)
        assert step
        return rights.meaning(view, step)


def calls(amira: Plan) -> list[tuple[str, str | None]]:
    with access.view(amira.bo, amira.id) as view:
        return [(each.topic, each.last.words and each.last.words.phrase) for each in dialogue.open_threads(view)]


def told(amira: Plan) -> list[str]:
    with access.view(amira.citizen, amira.id) as view:
        return [change.entry.verb for change in journey.story(view).changes]


def test_a_yes_is_kept_and_asks_nothing(amira: Plan) -> None:
    outcome = rights.say_sense(amira.citizen, amira.id, amira.step, "yes")
    assert (outcome.kind, outcome.promised) == ("done", None)
    assert meant(amira).sense == meant(amira, "bo").sense == "yes"
    assert told(amira)[0] == "say_sense" and calls(amira) == []
    assert rights.say_sense(amira.citizen, amira.id, amira.step, "yes").kind == "unchanged"


@pytest.mark.parametrize(("answer", "phrase"), [("no", "say.no_sense"), ("explain", "say.explain_again")])
def test_a_no_is_a_question_with_a_promised_day_in_the_same_change(amira: Plan, answer: str, phrase: str) -> None:
    before = len(told(amira))
    outcome = rights.say_sense(amira.citizen, amira.id, amira.step, answer)
    assert outcome.promised == WEDNESDAY and calls(amira) == [("no_sense", phrase)]
    assert meant(amira).sense == answer and len(told(amira)) == before + 1
    with access.view(amira.citizen, amira.id) as view:
        step = journey.find(journey.way(view), amira.step)
    assert step and step.state == "later"  # it stands as it stood: nobody has refused anything


def test_the_answer_can_be_another_one_and_what_was_asked_waits_on(amira: Plan) -> None:
    rights.say_sense(amira.citizen, amira.id, amira.step, "no")
    rights.say_sense(amira.citizen, amira.id, amira.step, "a_bit")
    again = rights.say_sense(amira.citizen, amira.id, amira.step, "no")
    assert (again.kind, again.promised) == ("done", WEDNESDAY)
    assert meant(amira).sense == "no" and len(calls(amira)) == 1


def test_only_the_citizen_answers_and_only_with_what_is_offered(amira: Plan) -> None:
    with pytest.raises(NotAllowed):
        rights.say_sense(amira.bo, amira.id, amira.step, "yes")
    with pytest.raises(Invalid):
        rights.say_sense(amira.citizen, amira.id, amira.step, "perhaps")
    with pytest.raises(NotFound):
        rights.say_sense(amira.citizen, amira.id, amira.milestone, "yes")
    assert meant(amira).sense is None


def test_what_nobody_can_be_asked_about_keeps_no_half_of_the_answer(amira: Plan) -> None:
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    with pytest.raises(Invalid) as error:
        rights.say_sense(amira.citizen, amira.id, amira.step, "no")
    assert error.value.fields == {"step": "hidden_from_contact"} and meant(amira).sense is None
    assert rights.say_sense(amira.citizen, amira.id, amira.step, "yes").kind == "done"


def test_what_a_step_can_give_is_told_changed_and_taken_away(amira: Plan) -> None:
    first = NewProspect(gives=said("Et sted at øve dansk"), promises_not=said("Et job"), money_asked=True)
    assert rights.describe_step(amira.bo, amira.id, amira.step, first, "").kind == "done"
    found = meant(amira)
    assert found.is_told and found.gives and found.gives.text == "Et sted at øve dansk"
    assert found.money_asked == clock.today() and found.afterwards is None
    assert rights.describe_step(amira.tove, amira.id, amira.step, first, "").kind == "unchanged"
    known = NewProspect(gives=said("Et sted at øve dansk"), money=said("Dine penge er de samme"))
    rights.describe_step(amira.tove, amira.id, amira.step, known, found.seen)
    found = meant(amira)
    assert found.promises_not is None and found.money and found.money_asked is None
    assert told(amira)[:2] == ["describe_step", "describe_step"]


def test_two_who_write_at_once_both_read_what_stands(amira: Plan) -> None:
    rights.describe_step(amira.bo, amira.id, amira.step, NewProspect(gives=said("Ro")), "")
    with pytest.raises(Conflict):
        rights.describe_step(amira.tove, amira.id, amira.step, NewProspect(gives=said("Frisk luft")), "")
    found = meant(amira).gives
    assert found and found.text == "Ro"


def test_a_step_that_is_hidden_from_somebody_is_described_by_others(amira: Plan) -> None:
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"health"})
    with pytest.raises(NotFound):
        rights.describe_step(amira.tove, amira.id, amira.step, NewProspect(gives=said("Ro")), "")
    with pytest.raises(NotAllowed):
        rights.describe_step(amira.citizen, amira.id, amira.step, NewProspect(gives=said("Ro")), "")
