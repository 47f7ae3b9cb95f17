"""Mine and theirs: when two change the same, all that was wanted is read beside what stands, and nothing is lost."""

import re
from datetime import date
from uuid import UUID

import pytest
from cast import said
from props import way
from web.stage import Stage, stage

from minplan import journey

__all__ = ["stage"]
STALE = {"seen_state": "resting", "seen_ball": "other", "seen_date": "2026-11-01"}
REASON = "Der er to gode grunde"


@pytest.mark.parametrize(
    ("noun", "form", "told"),
    [
        (
            "waiting",
            {"ball": "other", "ball_name": "Doktor Holm", "since": "2026-11-12", "until": "2026-12-03"},
            ("Doktor Holm", "torsdag den 12. november", "torsdag den 3. december"),
        ),
        ("rest", {"until": "2026-12-03"}, ("Lad det hvile", "torsdag den 3. december")),
        ("ball", {"ball": "other", "ball_name": "Min søster"}, ("Giv bolden videre", "Min søster")),
        ("date", {"on": "2026-12-03", "clock": "10:30"}, ("torsdag den 3. december kl. 10.30",)),
        ("detour", {"learned": "At bede om hjælp"}, ("Gå en ny vej", "At bede om hjælp")),
    ],
)
def test_the_whole_of_mine_is_read_and_sent_again(
    stage: Stage, noun: str, form: dict[str, str], told: tuple[str, ...]
) -> None:
    sent = form | {"because": REASON, "lang": "en"}
    answer = stage.browser("amira").post(f"{stage.step('agreed')}/{noun}", data=sent | STALE)
    assert answer.status_code == 409
    mine = answer.text.partition("Det, du ville")[2]
    for words in (*told, REASON):
        assert words in mine, words
    for name, value in sent.items():
        assert f'name="{name}" value="{value}"' in mine, name


@pytest.mark.parametrize(
    ("noun", "form"),
    [
        ("rest", {"until": "2026-12-03", "seen_until": "2026-11-30"}),
        ("ball", {"ball": "other", "ball_name": "Min søster", "seen_ball_name": "Min bror"}),
        ("next", {"seen_next": str(UUID(int=1))}),
    ],
)
def test_mine_counts_once_it_is_chosen(stage: Stage, noun: str, form: dict[str, str]) -> None:
    amira, address = stage.browser("amira"), f"{stage.step('agreed')}/{noun}"
    page = amira.post(address, data=form | STALE)
    assert page.status_code == 409
    mine = page.text.partition("Det, du ville")[2]
    again = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', mine))
    assert form.keys() <= again.keys()
    assert amira.post(address, data=again).status_code == 303


@pytest.mark.parametrize("noun", ["title", "why"])
def test_words_can_be_put_right_and_their_reason_goes_along(stage: Stage, noun: str) -> None:
    seen = stage.amira["step_words"]
    before = seen if noun == "title" else None
    journey.reword(stage.cast.citizen, stage.cast.id, stage.amira["step"], noun, before, said("Først"))
    data = {noun: "Bagefter", "because": REASON, "lang": "en", f"seen_{noun}": str(seen)}
    answer = stage.browser("amira").post(f"{stage.step()}/{noun}", data=data)
    assert answer.status_code == 409
    mine = answer.text.partition("Det, du ville")[2]
    assert ">Bagefter</textarea>" in mine and mine.count("Bagefter") == 1
    assert REASON in mine and 'name="lang" value="en"' in mine


def test_a_ready_sentence_is_wanted_in_the_readers_language(stage: Stage) -> None:
    journey.reword(stage.cast.citizen, stage.cast.id, stage.amira["step"], "why", None, said("Først"))
    data = {"phrase": "why.one_thing", "seen_why": ""}
    answer = stage.browser("amira").post(f"{stage.step()}/why?lang=en", data=data)
    assert answer.status_code == 409 and "One thing at a time" in answer.text
    assert 'name="phrase" value="why.one_thing"' in answer.text


def test_mine_can_be_used_after_all(stage: Stage) -> None:
    amira = stage.browser("amira")
    data = {"on": "2026-12-03", "seen_date": "2026-11-01"}
    page = amira.post(f"{stage.step()}/date", data=data).text.partition("Det, du ville")[2]
    assert 'name="seen_date" value=""' in page and page.count('name="seen_date"') == 1
    assert amira.post(f"{stage.step()}/date", data=data | {"seen_date": ""}).status_code == 303
    with_day = next(each for each in _ahead(stage) if each.id == stage.amira["step"])
    assert with_day.when_on == date(2026, 12, 3)


def _ahead(stage: Stage) -> tuple[journey.StepView, ...]:
    return way(stage.cast).ahead


def test_a_form_whose_ball_has_gone_on_meanwhile_keeps_its_words(stage: Stage) -> None:
    data = {"seen_state": "later", "learned": "At spørge to gange", "because": REASON}
    answer = stage.browser("bo").post(f"{stage.step()}/detour", data=data)
    assert answer.status_code == 403
    for told in ("Find en nøgle", "Måske er bolden gået videre imens.", "At spørge to gange", REASON):
        assert told in answer.text, told


def test_nobody_waits_for_themselves(stage: Stage) -> None:
    amira = stage.browser("amira")
    page = amira.get(stage.step()).text.partition('id="waiting"')[2].partition("</form>")[0]
    assert 'value="citizen"' not in page and 'value="other" checked' in page
    data = {"seen_state": "later", "ball": "citizen", "since": "2026-11-16", "until": "2026-12-03"}
    answer = amira.post(f"{stage.step()}/waiting", data=data)
    assert answer.status_code == 422 and "Hvem venter du på?" in answer.text
