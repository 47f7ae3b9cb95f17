"""Whatever a citizen does that is theirs: no byte of it is in the feed, nor that it was done."""

from collections.abc import Callable
from typing import Any

import keepsakes
import pytest
from cast import Plan, said
from flask import Flask
from meetings import closed, opened
from props import row
from systems import Machine, let_in
from systems_plan import agreed

from minplan import dialogue, feelings, journey, meeting, own_data, rights
from minplan.journey.step import Step

WORD = "kanariefugl7351"
OWN = said(WORD)


def state(amira: Plan) -> str:
    return str(row(Step, amira.step)["state"])


def keep(amira: Plan) -> None:
    keepsakes.keep_everything(amira.citizen, amira.step, closed(amira, amira.step), WORD)


def show_to_team(amira: Plan) -> None:
    feelings.empty(amira.citizen)
    kept = keepsakes.keep_everything(amira.citizen, amira.step, closed(amira, amira.step), WORD)
    keepsakes.show_to_team(amira.citizen, "strength", kept["strength"])


def call(amira: Plan) -> None:
    thread = dialogue.call(amira.citizen, amira.id, dialogue.NewCall(topic="question", text=OWN)).subject_id
    assert thread
    dialogue.write(amira.bo, amira.id, thread, OWN)


def add_step(amira: Plan) -> None:
    new = journey.NewStep(milestone=amira.milestone, title=OWN, why=OWN, tracks=["work"])
    journey.add_step(amira.citizen, amira.id, new)


def add_goal(amira: Plan) -> None:
    goal = journey.add_goal(amira.citizen, amira.id, journey.NewGoal(title=OWN, why=OWN, track="work")).subject_id
    assert goal
    journey.add_milestone(amira.citizen, amira.id, journey.NewMilestone(goal=goal, title=OWN))


def reword(amira: Plan) -> None:
    journey.reword(amira.citizen, amira.id, amira.step, "title", row(Step, amira.step)["title_id"], OWN)


def split(amira: Plan) -> None:
    journey.split(amira.citizen, amira.id, amira.step, journey.Split(titles=[OWN, said(f"{WORD} igen")]))


def detour(amira: Plan) -> None:
    learned = journey.Detour(learned=OWN)
    journey.detour(amira.citizen, amira.id, amira.step, state(amira), learned)


def share_note(amira: Plan) -> None:
    meeting.share_draft(amira.citizen, amira.id, opened(amira), None, "", OWN)


PRIVATE: dict[str, Callable[[Plan], Any]] = {
    "an own step": add_step,
    "an own goal": add_goal,
    "own words for a step": reword,
    "smaller steps": split,
    "a step that is done": lambda amira: journey.complete(amira.citizen, amira.id, amira.step, state(amira)),
    "a detour and what it taught": detour,
    "a reason": lambda amira: journey.rest(amira.citizen, amira.id, amira.step, state(amira), None, OWN),
    "a good life": lambda amira: journey.set_horizon(amira.citizen, amira.id, None, OWN),
    "a win": lambda amira: journey.add_win(amira.citizen, amira.id, journey.NewWin(text=OWN, step=amira.step)),
    "praise": lambda amira: journey.praise(amira.bo, amira.id, journey.NewWin(text=OWN)),
    "a token": lambda amira: journey.choose_token(amira.citizen, amira.id, "bird"),
    "a message": call,
    "a note at a meeting": share_note,
    "everything that is kept": keep,
    "a strength that is shown": show_to_team,
    "words that are emptied": lambda amira: own_data.erase_step(amira.citizen, amira.id, amira.step),
    "what they live on": lambda amira: rights.set_benefit(amira.citizen, amira.id, "kontanthjaelp", None),
    "what makes sense": lambda amira: rights.say_sense(amira.citizen, amira.id, amira.step, "yes"),
}


@pytest.fixture
def everything(app: Flask) -> Machine:
    """A system that may read all that there is."""
    return let_in(app)


@pytest.mark.parametrize("what", PRIVATE)
def test_nothing_of_it_is_in_the_feed(everything: Machine, amira: Plan, what: str) -> None:
    journey.choose_next(amira.citizen, amira.id, agreed(amira, tracks=["family"]))
    before = everything.get("/changes?after=0&own=true").json["next"]
    PRIVATE[what](amira)
    answer = everything.get(f"/changes?after={before}&own=true")
    assert answer.json["items"] == [] and not answer.json["more"]
    whole = everything.get("/changes?after=0&own=true&limit=200").get_data(as_text=True)
    assert WORD not in whole and str(amira.step) not in whole
