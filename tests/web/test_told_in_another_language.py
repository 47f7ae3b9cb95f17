"""Another language in the middle of telling: what was told goes along with the button, and no script is needed."""

import re
from html import unescape

import pytest
from web.browser import Browser

from minplan import feelings

TOLD = {"day": "hard", "size.worried": "3", "own.lifts.1.text": "Kaffe & ro", "own.lifts.1.size": "2"}
ENGLISH = {"/feelings/picture": "My picture", "/feelings/kept": "save your picture"}


def into_english(page: str) -> str:
    """Where the button of that language sends the form `told`."""
    buttons = re.findall(r'<button form="told"[^>]*>', page)
    assert "hidden" in buttons[0] or "/feelings?" not in page, "a key pressed in a field chooses no language"
    (english,) = (each for each in buttons if 'lang="en"' in each)
    return re.findall('formaction="([^"]+)"', english)[0]


def carried(page: str) -> dict[str, str]:
    """What the form `told` holds, where it is all hidden."""
    held = re.findall(r'<form[^>]*id="told"[^>]*>.*?</form>', page, re.DOTALL)[0]
    return {name: unescape(value) for name, value in re.findall('name="([^"]+)" value="([^"]*)"', held)}


@pytest.mark.parametrize("where", ["/feelings/picture", "/feelings/kept"])
def test_a_page_that_carries_it_says_it_in_another_language(citizen: Browser, where: str) -> None:
    page = citizen.post(where, data=TOLD).text
    assert 'href="/?lang=' not in page
    assert TOLD.items() <= carried(page).items()
    there = citizen.post(into_english(page), data=carried(page))
    assert '<html lang="en"' in there.text and carried(there.text) == carried(page)
    assert ENGLISH[where] in there.text
    assert '<html lang="en"' in citizen.get("/mine").text, "it stays"


def test_what_leads_on_to_a_meeting_does_so_in_another_language_too(citizen: Browser) -> None:
    page = citizen.post("/feelings/kept", data=TOLD | {"then": "bring"}).text
    page = citizen.post(into_english(page), data=carried(page)).text
    kept = citizen.post("/feelings/kept", data=carried(page) | {"agreed": feelings.KEPT_AGREED})
    assert kept.status_code == 303 and kept.location.endswith("/showing")


def test_the_form_keeps_what_is_chosen_and_own_words_in_their_language(citizen: Browser) -> None:
    there = into_english(citizen.get("/feelings").text)
    page = citizen.post(there, data=TOLD | {"own.lifts.1.lang": "da"}).text
    assert '<html lang="en"' in page and re.search('name="size.worried" value="3" checked', page)
    assert 'value="Kaffe &amp; ro"' in page and 'name="own.lifts.1.lang" value="da"' in page


def test_a_form_that_comes_back_keeps_it_too(citizen: Browser) -> None:
    for where in ("/feelings/picture", "/feelings/kept"):
        page = citizen.post(where, data=TOLD | {"own.lifts.1.text": "x" * 41})
        assert page.status_code == 422 and "x" * 41 in page.text and "Det er lidt for langt." in page.text
        assert into_english(page.text) == "/feelings?lang=en"
