"""Adding goals, landmarks, steps, wins and praise."""

from uuid import uuid4

import pytest
from cast import Plan, said
from props import elsewhere, entries, hide, next_step, nothing_written, one_change, place, row, way
from pydantic import ValidationError

from minplan import journey
from minplan.errors import NotAllowed, NotFound
from minplan.journey import NewGoal, NewMilestone, NewStep, NewWin
from minplan.journey.step import Step
from minplan.words import NewText


def new(amira: Plan, **fields: object) -> NewStep:
    """A new step of Amira's, unless told otherwise."""
    values = {"milestone": amira.milestone, "title": said("Cykle"), "tracks": ["health", "work", "health"]} | fields
    return NewStep(**values)  # type: ignore[arg-type]


def test_a_step_stands_at_the_end_of_the_way(amira: Plan) -> None:
    with one_change(amira):
        added = journey.add_step(amira.citizen, amira.id, new(amira))
    last = way(amira).ahead[-1]
    assert (last.id, last.state, last.ball.holder) == (added.subject_id, "later", "citizen")
    assert last.tracks == ("health", "work")
    assert not added.next_changed and entries(amira)[0].after["state"] == "later"


def test_the_first_open_step_is_next(amira: Plan) -> None:
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    added = journey.add_step(amira.citizen, amira.id, new(amira))
    assert added.next_changed and next_step(amira) == added.subject_id


def test_a_catalogue_phrase_is_a_title_too(amira: Plan) -> None:
    phrase = NewText(phrase="step.call_doctor", slots={"who": "Amira"})
    journey.add_step(amira.citizen, amira.id, new(amira, title=phrase))
    assert way(amira).ahead[-1].title.phrase == "step.call_doctor"


def test_steps_side_by_side_and_steps_to_choose_between(amira: Plan) -> None:
    journey.add_step(amira.citizen, amira.id, new(amira, together_with=amira.step))
    journey.add_step(amira.citizen, amira.id, new(amira, choice_with=amira.step))
    assert sorted(each.joined for each in way(amira).ahead if each.joined) == ["and", "or"]
    with nothing_written(amira), pytest.raises(NotFound):
        journey.add_step(amira.citizen, amira.id, new(amira, together_with=uuid4()))


@pytest.mark.parametrize("by", ["bo", "tove"])
def test_what_the_law_asks_is_added_at_once_with_its_why(amira: Plan, by: str) -> None:
    law = {"kind": "law", "law": "LAB § 31", "why": said("Så vi ses"), "ball": {"holder": "municipality"}}
    added = journey.add_step(getattr(amira, by), amira.id, new(amira, **law))
    found = row(Step, added.subject_id)
    assert added.kind == "done" and found["state"] == "later" and found["law"] == "LAB § 31"
    assert found["since"] and found["when_on"] and found["why_id"]


@pytest.mark.parametrize("kind", ["agreed", "law"])
def test_a_citizen_alone_makes_no_agreement_and_no_law(amira: Plan, kind: str) -> None:
    fields = {"kind": kind, "why": said("Derfor"), "law": "LAB § 1" if kind == "law" else None}
    with nothing_written(amira), pytest.raises(NotAllowed):
        journey.add_step(amira.citizen, amira.id, new(amira, **fields))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "agreed"}, "why_missing"),
        ({"kind": "law", "why": said("x")}, "law_missing"),
        ({"law": "LAB § 1"}, "law_missing"),
        ({"tracks": []}, "too_short"),
        ({"tracks": ["love"]}, "literal_error"),
        ({"ball": {"holder": "other"}}, "who"),
        ({"ball": {"holder": "other", "name": "010190-1234"}}, "id_number"),
        ({"kind": "detour"}, "literal_error"),
    ],
)
def test_a_step_without_what_its_kind_asks_is_no_step(fields: dict, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        NewStep(**({"milestone": uuid4(), "title": said("x"), "tracks": ["work"]} | fields))
    assert refused.value.errors()[0]["type"] == code


def test_goals_and_landmarks_get_other_words_from_the_citizen_alone(amira: Plan) -> None:
    goal = way(amira).goals[0]
    stone = goal.milestones[0]
    with one_change(amira):
        journey.reword_goal(amira.citizen, amira.id, goal.id, goal.title_id, said("Ro i hovedet"))
    journey.reword_milestone(amira.citizen, amira.id, stone.goal_id, stone.id, stone.title_id, said("Halvvejs"))
    seen = way(amira).goals[0]
    assert (seen.title.text, seen.milestones[0].title.text) == ("Ro i hovedet", "Halvvejs")
    with nothing_written(amira):
        again = journey.reword_goal(amira.citizen, amira.id, goal.id, goal.title_id, said("Ro i hovedet"))
        assert again.kind == "unchanged"
        with pytest.raises(NotAllowed):
            journey.reword_goal(amira.bo, amira.id, goal.id, seen.title_id, said("Job"))


def test_nothing_is_added_to_another_plan_or_to_what_is_hidden(amira: Plan) -> None:
    foreign = row(Step, elsewhere(amira))["milestone_id"]
    hide(amira, amira.bo, "health")
    goal = way(amira).goals[0].id
    with nothing_written(amira):
        for by, milestone in ((amira.citizen, foreign), (amira.bo, amira.milestone), (amira.dorte, amira.milestone)):
            with pytest.raises(NotFound):
                journey.add_step(by, amira.id, new(amira, milestone=milestone))
        with pytest.raises(NotFound):
            journey.add_milestone(amira.bo, amira.id, NewMilestone(goal=goal, title=said("x")))
        with pytest.raises(NotFound):
            journey.add_goal(amira.camilla, amira.id, NewGoal(title=said("x"), track="work"))


def test_wins_and_praise_arrive_with_their_name(amira: Plan) -> None:
    with one_change(amira):
        own = journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg ringede"), step=amira.step))
    journey.praise(amira.bo, amira.id, NewWin(text=said("Det var modigt at ringe")), answers=own.subject_id)
    card, first = way(amira).wins
    assert (card.by, card.text.text, first.by, first.praised) == ("Bo", "Det var modigt at ringe", None, True)
    with nothing_written(amira), pytest.raises(NotAllowed):
        journey.praise(amira.citizen, amira.id, NewWin(text=said("Flot")))


def test_a_win_on_a_step_that_somebody_does_not_see_is_not_there(amira: Plan) -> None:
    win = journey.add_win(amira.citizen, amira.id, NewWin(text=said("Ja"), step=place(amira, state="done")))
    hide(amira, amira.bo, "health")
    assert not way(amira, amira.bo).wins
    with nothing_written(amira), pytest.raises(NotFound):
        journey.praise(amira.bo, amira.id, NewWin(text=said("Flot")), answers=win.subject_id)
