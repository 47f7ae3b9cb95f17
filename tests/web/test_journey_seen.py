"""Forms say what their sender saw, and a ready sentence stands only where it was made for."""

import pytest
from props import everything, way
from web.stage import Stage, stage

from minplan import journey
from minplan.words import NewText

__all__ = ["stage"]


@pytest.mark.parametrize(
    ("who", "page", "named"),
    [
        ("amira", "steps/{step}", "seen_next"),
        ("amira", "steps/{step}", "seen_until"),
        ("amira", "steps/{step}", "seen_ball_name"),
        ("bo", "steps/{owed}", "seen_promised"),
        ("amira", "token", "seen_token"),
        ("amira", "sharing", "seen_hidden"),
    ],
)
def test_the_form_says_what_was_seen(stage: Stage, who: str, page: str, named: str) -> None:
    ids = stage.amira | {"step": stage.amira["other"]}
    assert f'name="{named}"' in stage.browser(who).get(f"{stage.address}/{page.format(**ids)}").text


@pytest.mark.parametrize(
    ("where", "old"),
    [
        ("token", {"seen_token": "tree", "token": "boat"}),
        ("sharing/{person}", {"seen_hidden": "economy", "shown": "work"}),
        ("steps/{other}/next", {"seen_next": "0"}),
    ],
)
def test_a_form_of_an_older_window_changes_nothing(stage: Stage, where: str, old: dict[str, str]) -> None:
    before = everything()
    answer = stage.browser("amira").post(f"{stage.address}/{where.format(**stage.amira)}", data=old)
    assert answer.status_code == 409
    assert everything() == before


@pytest.mark.parametrize(
    ("where", "field", "phrase"),
    [
        ("steps", "title", "goal.sleep"),
        ("steps/{step}/title", "title", "why.one_thing"),
        ("steps/{step}/why", "why", "step.call_doctor"),
        ("steps/{step}/detour", "learned", "win.slept"),
        ("goals", "title", "step.call_doctor"),
        ("goals/{goal}/milestones", "milestone", "goal.sleep"),
        ("horizon", "horizon", "say.forgotten"),
        ("wins", "text", "praise.you_came"),
    ],
)
def test_a_ready_sentence_stands_only_where_it_was_made_for(stage: Stage, where: str, field: str, phrase: str) -> None:
    before = everything()
    seen = {f"seen_{name}": "" for name in ("title", "why", "horizon")} | {"seen_state": "later"}
    form = {"phrase": phrase, "milestone": str(stage.amira["milestone"]), "ball": "citizen", "track": "work"} | seen
    if field == "milestone":
        del form["milestone"]
    answer = stage.browser("amira").post(f"{stage.address}/{where.format(**stage.amira)}", data=form)
    assert answer.status_code == 422
    assert everything() == before


def test_a_yes_leaves_a_ready_sentence_ready_in_whatever_language_it_was_read(stage: Stage) -> None:
    title = NewText(phrase="step.call_doctor", slots={"who": "Amira"})
    new = journey.NewStep(milestone=stage.amira["milestone"], title=title, tracks=["health"])
    asked = journey.add_step(stage.cast.bo, stage.cast.id, new).subject_id
    browser, here = stage.browser("amira"), f"{stage.address}/proposals/{asked}"
    assert 'name="seen_text" value="Call the doctor' in browser.get(f"{here}?lang=en").text
    shown = {"text": "Call the doctor", "seen_text": "Call the doctor"}
    assert browser.post(f"{here}/answer", data={"answer": "yes"} | shown).status_code == 303
    assert way(stage.cast).ahead[-1].title.phrase == "step.call_doctor"


def test_a_colleagues_open_proposal_is_shown_and_cannot_be_gone_past(stage: Stage) -> None:
    form = {"seen_title": str(stage.amira["agreed_words"]), "title": "Bos ord"}
    where = f"{stage.step('agreed')}/title"
    assert stage.browser("bo").post(where, data=form).status_code == 303
    answer = stage.browser("tove").post(where, data=form | {"title": "Toves ord"})
    assert answer.status_code == 409
    assert "Bos ord" in answer.text and "Toves ord" in answer.text and "Brug mit" not in answer.text
