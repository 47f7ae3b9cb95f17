"""Every way in which a sign-in can fail has a page: what happened, what to do now, in the reader's language."""

import re

import pytest
from web.browser import Browser
from web.providers import provider, town
from web.rogue import Rogue
from web.town import Town

from minplan.content import forbidden_in
from minplan.routes.refusals import STATUS

__all__ = ["provider", "town"]


@pytest.mark.parametrize("lang", ["da", "en", "ar", "xx"])
def test_each_reason_says_what_to_do(nobody: Browser, lang: str) -> None:
    nobody.set_cookie("lang", lang)
    for reason, status in STATUS.items():
        answer = nobody.get(f"/sign-in/demo/why/{reason}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (status, "no-store")
        assert answer.text.count("<p") >= 3 and 'class="button' in answer.text
        assert lang == "xx" or not forbidden_in(re.sub("<[^>]+>", " ", answer.text), lang)


def test_no_two_reasons_say_the_same(nobody: Browser) -> None:
    pages = (nobody.get(f"/sign-in/demo/why/{reason}").text for reason in STATUS)
    assert len({page.partition("<main")[2].partition("</main")[0] for page in pages}) == len(STATUS)


def test_a_reason_that_is_none_and_a_door_that_is_none_are_not_there(nobody: Browser) -> None:
    for path in ("/sign-in/demo/why/other", "/sign-in/other/why/level", "/sign-in/other", "/sign-in/other/back"):
        assert nobody.get(path).status_code == 404


def test_whoever_reads_another_language_reads_the_same_reason_in_it(town: Town) -> None:
    page = town.browser()("/sign-in/mitid/back?error=access_denied&state=x")
    assert 'href="/sign-in/mitid/why/elsewhere?lang=ar"' in page.text
    assert "ابدأ من جديد هنا" in town.browser()("/sign-in/mitid/why/elsewhere?lang=ar").text


@pytest.mark.parametrize(("lang", "words"), [("da", "Log ind med MitID"), ("en", "Sign in with MitID")])
def test_the_door_has_one_button_for_each_provider_the_citizens_first(town: Town, lang: str, words: str) -> None:
    page = town.browser()(f"/sign-in?next=/plan&lang={lang}").text
    assert page.index(words) < page.index("Log ind som ansat")
    assert 'href="/sign-in/mitid?next=/plan"' in page and "<form" not in page


def test_who_is_refused_here_can_get_out_there(town: Town, provider: Rogue) -> None:
    provider.claims = {"acr": "low"}
    ask = town.browser()
    page = ask("/sign-in/mitid").text
    assert 'action="/sign-out"' in page and 'name="provider" value="mitid"' in page
    leaving = ask("/sign-out", "POST", data={"provider": "mitid"})
    assert leaving.headers["Refresh"].startswith(f"0; url={provider.address}/out?post_logout_redirect_uri=")
    for other in ("other", "demo", "//evil.example"):
        assert ask("/sign-out", "POST", data={"provider": other}).url == f"{town.address}/sign-in"
