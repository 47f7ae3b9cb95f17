"""A track that the citizen keeps from somebody does not exist on any page that this person can open."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from answers import says
from props import everything, hide, way
from web.browser import Browser
from web.deeds import DEEDS
from web.stage import Stage, stage as open_stage

from minplan import journey

__all__ = ["open_stage"]

# What stands on the track "family" in Amira's plan.
TITLES = (
    "Et hjem", "Nøglen er min", "Find en nøgle", "Mal væggen", "Pak kasserne", "Besøg et hus", "Tal med naboen",
    "Bo finder en tolk", "Nøglen passede", "Tapet", "Gardiner",
)  # fmt: skip
IDS = ("goal", "milestone", "step", "other", "behind", "owed", "agreed", "proposal", "thread")
LAW = ("Samtale", "Loven siger det")


@pytest.fixture
def stage(open_stage: Stage) -> Stage:
    """Amira has mixed the tracks as well as she could before she hid one of them from Bo and from Tove."""
    plan, ids = open_stage.cast, open_stage.amira
    journey.move(plan.citizen, plan.id, plan.step, ids["other"], "after")
    journey.choose_next(plan.citizen, plan.id, ids["step"])
    first = journey.SettleFirst(before=[ids["other"], plan.step], look_again=date(2026, 12, 3))
    journey.settle_first(plan.citizen, plan.id, ids["step"], first)
    journey.move(plan.citizen, plan.id, ids["other"], plan.step, "before")
    titles = [{"text": text, "lang": "da"} for text in ("Tapet", "Gardiner")]
    journey.split(plan.citizen, plan.id, ids["other"], journey.Split(titles=titles))
    hide(plan, plan.bo, "family")
    hide(plan, plan.tove, "family")
    return open_stage


def pages(browser: Browser) -> Iterator[tuple[str, str]]:
    """Every page of Amira's plan that this browser finds by following links from the list of citizens."""
    waiting, seen = ["/citizens"], set()
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        answer = browser.get(page)
        assert answer.status_code == 200, f"a link leads nowhere: {page}"
        yield page, says(answer)
        if "phrase=" not in page and answer.mimetype == "text/html":
            waiting += re.findall(r'href="(/(?:plans|citizens)[^"#]*)', answer.text.replace("&amp;", "&"))


@pytest.mark.parametrize("name", ["bo", "tove"])
def test_no_page_that_they_can_find_says_anything_of_it(stage: Stage, name: str) -> None:
    opened = dict(pages(stage.browser(name)))
    secrets = [*TITLES, *(str(stage.amira[key]) for key in IDS), *(LAW if name == "tove" else ())]
    for page, text in opened.items():
        assert not [secret for secret in secrets if secret in text], page
    assert len(opened) > 8


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
@pytest.mark.parametrize("name", ["bo", "tove"])
def test_the_history_is_silent_and_still_a_good_page(stage: Stage, name: str, lang: str) -> None:
    text = stage.browser(name).get(f"{stage.address}/history?lang={lang}").text
    assert not [secret for secret in (*TITLES, *(str(stage.amira[key]) for key in IDS)) if secret in text]
    assert str(stage.cast.step) in text or "Gå en tur" in text


def test_the_law_is_met_by_the_contact_and_not_by_the_team(stage: Stage) -> None:
    law = stage.step("law")
    assert "Samtale" in stage.browser("bo").get(law).text
    assert stage.browser("tove").get(law).status_code == 404


@pytest.mark.parametrize("name", ["bo", "tove"])
def test_counts_and_the_next_step_follow(stage: Stage, name: str) -> None:
    amiras, theirs = way(stage.cast), way(stage.cast, stage.person(name))
    assert amiras.next and amiras.next.id == stage.amira["step"]
    assert theirs.next and theirs.next.id in (stage.cast.step, stage.amira["law"])
    assert theirs.counts.done == 0 and len(theirs.ahead) < len(amiras.ahead)
    text = stage.browser(name).get(stage.address).text
    assert text.count('aria-current="step"') == 1


HIDDEN = [
    name for name, deed in DEEDS.items() if re.search(r"\{(step|other|owed|agreed|goal|proposal|thread)\}", deed.where)
]


@pytest.mark.parametrize("name", ["bo", "tove"])
def test_its_addresses_are_not_there(stage: Stage, name: str) -> None:
    browser = stage.browser(name)
    for where in [
        f"goals/{stage.amira['goal']}",
        f"calls/{stage.amira['thread']}",
        f"proposals/{stage.amira['proposal']}",
    ]:
        assert browser.get(f"{stage.address}/{where}").status_code == 404, where
    for key in ("step", "other", "behind", "owed", "agreed"):
        for page in ("", "/celebration"):
            assert browser.get(stage.step(key) + page).status_code == 404, key
    before = everything()
    for deed in HIDDEN:
        assert DEEDS[deed].do(stage, browser).status_code == 404, deed
    assert everything() == before


@pytest.mark.parametrize("name", ["bo", "tove"])
def test_a_form_that_names_something_of_it_finds_nothing(stage: Stage, name: str) -> None:
    browser = stage.browser(name)
    before = everything()
    for deed in ("law step", "win"):
        assert DEEDS[deed].do(stage, browser).status_code == 404, deed
    answer = browser.post(f"{stage.address}/praise", data={"text": "Flot gået", "answers": str(stage.amira["win"])})
    assert answer.status_code == 404
    assert everything() == before


def test_the_citizen_alone_reads_that_it_was_hidden(stage: Stage) -> None:
    amira = stage.browser("amira")
    amira.post(f"{stage.address}/sharing/{stage.cast.tove}", data={"shown": ["work", "health"]})
    told = "Ingen andre kan se, hvad du har valgt."
    assert told in amira.get(f"{stage.address}/sharing").text
    names = {name: stage.browser(name).get(f"{stage.address}/history").text for name in ("bo", "tove")}
    mine = amira.get("/plan/history").text
    assert "Tove" in mine
    for text in (each.partition("<main")[2] for each in names.values()):
        assert text.count("<li") < mine.count("<li") and "skjul" not in text.lower()
