"""The four questions on the web: pictures, words and not now are equal, and private until they are put on the way."""

import re

import pytest
from cast import Plan
from web.browser import Browser

from minplan import access, feelings, journey

SECRET = "Min søster bor på en vulkan"
HOME = "/mine/horizon"
YES = {"agreed": feelings.KEPT_AGREED}


def answer(citizen: Browser, question: str = "around", **form: object) -> int:
    """The status of an answer, given on the page as it stands."""
    page = citizen.get(f"{HOME}/answer?about={question}").text
    seen = re.findall('name="seen_answer" value="([^"]*)"', page)[0]
    return citizen.post(HOME, data=YES | {"question": question, "seen_answer": seen} | form).status_code  # type: ignore[arg-type]


def horizon(amira: Plan) -> str | None:
    with access.view(amira.bo, amira.id) as view:
        found = journey.way(view).horizon
    return found.text if found else None


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_every_page_is_whole_in_every_language(citizen: Browser, lang: str) -> None:
    assert answer(citizen, scenes=["scene.table"], text=SECRET) == 303
    assert answer(citizen, "feel", not_now="1") == 303
    citizen.get(HOME)  # what was done is said once, in the language of that time
    addresses = [HOME, *(f"{HOME}/answer?about={question}" for question in feelings.QUESTIONS)]
    for address in addresses:
        page = citizen.get(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        assert page.status_code == 200 and page.headers["Cache-Control"] == "no-store", address


def test_not_now_is_as_good_and_keeps_what_was_written(citizen: Browser) -> None:
    answer(citizen, text=SECRET)
    answer(citizen, text=SECRET, not_now="1")
    page = citizen.get(HOME).text
    assert "Ikke nu. Her er ro." in page and SECRET not in page
    assert SECRET in citizen.get(f"{HOME}/answer?about=around").text
    buttons = re.findall("<button[^>]*>(?:Gem kun til mig|Ikke nu)<", citizen.get(f"{HOME}/answer?about=days").text)
    assert len(buttons) == 2 and all('class="button secondary"' in each for each in buttons)


def test_only_what_the_citizen_puts_on_the_way_stands_there_and_can_be_put_away(citizen: Browser, amira: Plan) -> None:
    answer(citizen, scenes=["scene.table", "scene.pet"], text=SECRET)
    assert horizon(amira) is None and "vulkan" not in str(citizen.get("/plan").text)
    page = citizen.get(HOME).text
    assert f"Vi spiser sammen. Jeg har et dyr. {SECRET}" in page and "<bdi>Bo</bdi>" in page
    put = citizen.post(f"{HOME}/way", data={"seen_horizon": "", "horizon": "Vi spiser sammen."})
    assert put.status_code == 303 and horizon(amira) == "Vi spiser sammen."
    late = citizen.post(f"{HOME}/way", data={"seen_horizon": "", "horizon": "Noget andet"})
    assert late.status_code == 409 and "Noget andet" in late.text and "Vi spiser sammen." in late.text
    seen = re.findall('name="seen_horizon" value="([^"]+)"', citizen.get(HOME).text)[0]
    assert citizen.post(f"{HOME}/way", data={"seen_horizon": seen, "not_now": "1"}).status_code == 303
    assert horizon(amira) is None and SECRET in citizen.get(HOME).text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "Skriv eller vælg noget her."),
        ({"text": "x" * 10_000}, "Det er lidt for langt."),
        ({"text": "nul \0 nul"}, "Der er et tegn"),
        ({"scenes": ["scene.castle"]}, "Vælg en af mulighederne."),
        ({"scenes": ["scene.table", "scene.pet", "scene.friends", "scene.children"]}, "Vælg højst tre billeder."),
        ({"text": "Ord", "lang": "?"}, "Vælg en af mulighederne."),
    ],
)
def test_what_cannot_be_used_is_said_and_the_words_are_kept(
    citizen: Browser, form: dict[str, object], told: str
) -> None:
    page = citizen.post(HOME, data=YES | {"question": "around", "seen_answer": ""} | form)  # type: ignore[arg-type]
    assert page.status_code == 422 and told in page.text and str(form.get("text", ""))[:3] in page.text
    for scene in form.get("scenes", []):  # type: ignore[attr-defined]
        assert f'value="{scene}" checked' in page.text or scene == "scene.castle"


def test_another_window_is_never_overruled(citizen: Browser) -> None:
    answer(citizen, text=SECRET)
    late = citizen.post(HOME, data=YES | {"question": "around", "seen_answer": "", "text": "Min bror"})
    assert late.status_code == 409 and "Min bror" in late.text and SECRET in late.text


def test_an_answer_is_deleted_and_what_is_not_asked_is_not_there(citizen: Browser) -> None:
    answer(citizen, text=SECRET)
    assert citizen.post(f"{HOME}/removal", data={"question": "around"}).status_code == 303
    assert "vulkan" not in citizen.get(HOME).text
    assert citizen.get(f"{HOME}/answer?about=money").status_code == 404
    assert citizen.post(HOME, data=YES | {"question": "money", "seen_answer": "", "text": "Ord"}).status_code == 404
    assert citizen.post(f"{HOME}/removal", data={"question": "money"}).status_code == 303
