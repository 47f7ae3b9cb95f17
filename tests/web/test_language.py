"""Which language an answer is in, and how it is remembered."""

from collections.abc import Callable

import pytest
from web.browser import Browser

from minplan.access import PersonView

Newcomer = Callable[..., PersonView]
Open = Callable[[PersonView], Browser]
LACKING = "Siden findes ikke på det sprog endnu"


def lang_of(page: str) -> str:
    return page.partition('<html lang="')[2].partition('"')[0]


def test_a_chosen_language_is_remembered(nobody: Browser) -> None:
    assert lang_of(nobody.get("/sign-in?lang=ar").text) == "ar"
    assert lang_of(nobody.get("/nowhere").text) == "ar"
    assert lang_of(nobody.get("/sign-in?lang=en-GB").text) == "en"
    assert lang_of(nobody.get("/sign-in").text) == "en"


@pytest.mark.parametrize("asked", ["so", "zz", "../da", "%F0%9F%8C%B3"])
def test_a_language_that_is_not_here_becomes_danish_and_says_so(nobody: Browser, asked: str) -> None:
    nobody.get("/sign-in?lang=en")
    page = nobody.get(f"/sign-in?lang={asked}").text
    assert lang_of(page) == "da"
    assert LACKING in page
    # It was a question, not a choice.
    assert lang_of(nobody.get("/sign-in").text) == "en"


def test_other_names_in_the_address_are_nothing(nobody: Browser) -> None:
    page = nobody.get("/sign-in?langue=en&x=1&lang=").text
    assert lang_of(page) == "da"
    assert LACKING not in page


def test_a_person_reads_their_own_language_until_they_choose(browser: Open, newcomer: Newcomer) -> None:
    samira = browser(newcomer("citizen", language="ar"))
    assert lang_of(samira.get("/sign-in", headers={"Accept-Language": "en"}).text) == "ar"
    assert lang_of(samira.get("/sign-in?lang=en").text) == "en"
    assert lang_of(browser(newcomer("citizen", language="so")).get("/sign-in").text) == "da"


def test_a_stranger_is_met_in_the_browsers_language(nobody: Browser) -> None:
    assert lang_of(nobody.get("/sign-in", headers={"Accept-Language": "so, ar;q=0.5"}).text) == "ar"
    assert lang_of(nobody.get("/sign-in", headers={"Accept-Language": "so, pl;q=0.5"}).text) == "da"


def test_the_frame_is_whole_in_the_pseudo_language(nobody: Browser, newcomer: Newcomer) -> None:
    newcomer("citizen"), newcomer("staff", "Bo"), newcomer("leader", "Lis")
    assert "⟦Log ind⟧" in nobody.get("/sign-in?lang=xx").text
