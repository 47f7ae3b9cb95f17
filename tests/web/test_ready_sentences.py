"""Ready sentences for whom words are hard to find: each reads them in their own language. And forms forget nothing."""

import pytest
from props import way
from web.stage import Stage, stage

__all__ = ["stage"]


def test_a_goal_and_its_why_from_ready_sentences_read_in_each_language(stage: Stage) -> None:
    amira = stage.browser("amira")
    page = amira.get(f"{stage.address}/goals/new").text
    assert 'value="goal.calm_body"' in page and 'value="why.one_thing"' in page and "Ro i kroppen" in page
    data = {"phrase": "goal.calm_body", "why_phrase": "why.one_thing", "track": "health"}
    assert amira.post(f"{stage.address}/goals", data=data).status_code == 303
    goal = way(stage.cast).goals[-1]
    assert (goal.title.phrase, goal.why and goal.why.phrase) == ("goal.calm_body", "why.one_thing")
    assert "One thing at a time" in amira.get(f"{stage.address}/goals/{goal.id}?lang=en").text


def test_a_milestone_a_win_and_a_steps_why_too(stage: Stage) -> None:
    amira, goal = stage.browser("amira"), f"{stage.address}/goals/{stage.amira['goal']}"
    assert 'value="milestone.answer_is_here"' in amira.get(goal).text
    assert amira.post(f"{goal}/milestones", data={"phrase": "milestone.answer_is_here"}).status_code == 303
    assert 'value="win.slept"' in amira.get(f"{stage.address}/wins").text
    assert amira.post(f"{stage.address}/wins", data={"phrase": "win.slept"}).status_code == 303
    assert 'value="why.calm_first"' in amira.get(stage.step()).text
    why = {"phrase": "why.calm_first", "seen_why": ""}
    assert amira.post(f"{stage.step()}/why", data=why).status_code == 303
    found = way(stage.cast)
    assert [each.title.phrase for each in found.goals[1].milestones][-1] == "milestone.answer_is_here"
    assert found.wins[0].text.phrase == "win.slept"
    step = next(each for each in found.ahead if each.id == stage.amira["step"])
    assert step.why and step.why.phrase == "why.calm_first"


def test_own_words_count_before_a_ready_sentence(stage: Stage) -> None:
    data = {"title": "Min egen ro", "phrase": "goal.calm_body", "why": "Fordi", "why_phrase": "why.one_thing"}
    stage.browser("amira").post(f"{stage.address}/goals", data=data | {"track": "health"})
    goal = way(stage.cast).goals[-1]
    assert (goal.title.text, goal.why and goal.why.text) == ("Min egen ro", "Fordi")


@pytest.mark.parametrize("phrase", ["why.nothing", "goal.calm_body", "step.visit_workplace"])
def test_a_why_is_a_why(stage: Stage, phrase: str) -> None:
    data = {"title": "Et mål", "why_phrase": phrase, "track": "health"}
    answer = stage.browser("amira").post(f"{stage.address}/goals", data=data)
    assert answer.status_code == 422 and "Et mål" in answer.text


def test_a_win_to_be_put_right_stays_at_its_step(stage: Stage) -> None:
    data = {"text": "", "step": str(stage.amira["step"])}
    answer = stage.browser("amira").post(f"{stage.address}/wins", data=data)
    assert answer.status_code == 422 and f'name="step" value="{stage.amira["step"]}"' in answer.text


def test_a_step_to_be_put_right_keeps_every_field(stage: Stage) -> None:
    other = str(stage.amira["other"])
    data = {
        "title": "", "why": "Fordi", "milestone": str(stage.amira["milestone"]), "kind": "law", "law": "LAB § 31",
        "ball": "other", "ball_name": "Doktor Holm", "on": "2026-12-03", "clock": "10:30", "tracks": ["health", "work"],
        "joined": other, "join": "or", "lang": "en", "why_phrase": "why.one_thing",
    }  # fmt: skip
    page = stage.browser("bo").post(f"{stage.address}/steps", data=data)
    assert page.status_code == 422
    for kept in (
        ">Fordi</textarea>", 'value="LAB § 31"', 'value="law" checked', 'value="other" checked', 'value="Doktor Holm"',
        'value="2026-12-03"', 'value="10:30"', 'value="health" checked', 'value="work" checked', 'value="or" checked',
        'value="why.one_thing" selected', 'value="en" lang="en" selected',
    ):  # fmt: skip
        assert kept in page.text, kept
    joined = page.text.partition('name="joined"')[2].partition("</select>")[0]
    assert "selected" in joined.partition(f'value="{other}"')[2].partition(">")[0]


def test_where_a_new_step_leads_is_chosen_by_whoever_adds_it(stage: Stage) -> None:
    amira, data = stage.browser("amira"), {"title": "Køb en gave", "ball": "citizen"}
    chooser = amira.get(f"{stage.address}/steps/new").text.partition('name="milestone"')[2].partition("</select>")[0]
    assert "Vælg sætningen, før du skriver." in amira.get(f"{stage.address}/steps/new").text
    assert '<option value="">Vælg …' in chooser and "selected" not in chooser
    page = amira.post(f"{stage.address}/steps", data=data)
    assert page.status_code == 422 and "Køb en gave</textarea>" in page.text
    assert 'id="new-milestone-error"' in page.text and 'href="#new-milestone"' in page.text
