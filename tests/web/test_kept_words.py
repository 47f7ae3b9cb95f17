"""A sign-in ends while somebody writes: no word is lost, and none becomes another person's."""

import re
from datetime import timedelta
from typing import Any

import pytest
from web.browser import Browser
from web.stage import Stage, stage
from werkzeug.test import TestResponse

from minplan import access, clock, identity
from minplan.routes.visitor import KEY

__all__ = ["stage"]

WORDS = "Jeg er bange for mødet <b> & mit nummer er 010190-1234"
SHOWN = "Jeg er bange for mødet &lt;b&gt; &amp; mit nummer er "
HTMX = {"HX-Request": "true"}


def gone(browser: Browser) -> Browser:
    """Their sign-in is over, and they do not know."""
    with browser.session_transaction() as session:
        identity.end(session[KEY])
    browser.came = None
    return browser


def back(stage: Stage, name: str) -> access.PersonView:
    """Somebody who signs in again."""
    found = access.person(stage.person(name))
    assert found
    return found


def calls(stage: Stage) -> str:
    return f"/plans/{stage.amira['plan']}/calls"


def send(browser: Browser, stage: Stage, text: str = WORDS, **more: Any) -> TestResponse:
    return browser.post(calls(stage), data={"topic": "idea", "lang": "da", "text": text}, **more)


def form(page: str) -> dict[str, str]:
    """The fields of the form that is kept."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    return hidden | dict(re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>([^<]*)<', page))


@pytest.mark.parametrize("text", ["010190-1234", "0101901234", "010190-1234 det er mig"])
def test_an_id_number_goes_into_no_field_of_the_page(stage: Stage, text: str) -> None:
    answer = send(gone(stage.browser("amira")), stage, text)
    assert answer.status_code == 401
    assert "010190" not in answer.text


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_the_words_stand_on_the_page_that_says_so(stage: Stage, lang: str) -> None:
    amira = gone(stage.browser("amira"))
    amira.set_cookie("lang", lang)
    answer = send(amira, stage)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (401, "no-store")
    assert SHOWN in answer.text and "010190-1234" not in answer.text
    assert f'action="{calls(stage)}"' in answer.text and 'href="/sign-in" target="_blank"' in answer.text


def test_whoever_comes_in_again_sends_them_with_one_tap(stage: Stage) -> None:
    amira = gone(stage.browser("amira"))
    kept = form(send(amira, stage, "Kan mødet vente?").text)
    assert kept.keys() == {"topic", "lang", "text", "_whose"}
    assert amira.post(calls(stage), data=kept).status_code == 401, "and again, as often as it takes"
    amira.come_in(back(stage, "amira"))
    answer = amira.post(calls(stage), data=kept)
    assert answer.status_code == 303
    assert "Kan mødet vente?" in amira.get(answer.location).text


def test_words_of_one_never_become_anothers(stage: Stage) -> None:
    bo = gone(stage.browser("bo"))
    path = f"/plans/{stage.amira['plan']}/praise"
    kept = form(bo.post(path, data={"text": "Godt gået, siger jeg"}).text)
    bo.come_in(back(stage, "tove"))
    for answer in (bo.post(path, data=kept), bo.post(path, data={"text": "x"}, headers={"X-Whose": kept["_whose"]})):
        assert answer.status_code == 403
        assert "En anden er logget ind nu" in answer.text and "Godt gået" not in answer.text


def test_a_page_that_htmx_filled_stays_and_a_dialog_tells(stage: Stage) -> None:
    answer = send(gone(stage.browser("amira")), stage, headers=HTMX)
    assert (answer.status_code, answer.headers["HX-Reswap"]) == (401, "beforeend")
    assert "HX-Redirect" not in answer.headers and answer.text.startswith("<dialog")
    assert "bange" not in answer.text


def test_who_signed_out_in_another_tab_can_copy_their_words_but_not_send_them(stage: Stage) -> None:
    amira = stage.browser("amira")
    amira.post("/sign-out")
    amira.came = None
    answer = send(amira, stage)
    assert answer.status_code == 401
    assert SHOWN in answer.text and "Send igen" not in answer.text and "_whose" not in form(answer.text)


def test_after_the_longest_time_too(stage: Stage) -> None:
    amira = stage.browser("amira")
    amira.came = None
    clock.start(clock.now() + timedelta(hours=9))
    assert SHOWN in send(amira, stage).text
