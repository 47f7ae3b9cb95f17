"""Every page, in every language, for everybody who opens it: looked at as people look."""

from collections.abc import Callable, Iterator

import pytest
from browser import looking
from browser.chromium import PHONE
from browser.citizen import Citizen
from browser.fixtures import LivedIn, Scene
from browser.pages import LANGUAGES, Page, every_page, is_seen_elsewhere
from browser.person import Person
from playwright.sync_api import Browser, Page as Tab, expect

pytestmark = pytest.mark.browser

CITIZENS = ("Karin", "Samira", "Yusuf", "Dorte", "Viggo", "nobody")


@pytest.fixture(scope="module")
def tab_of(browser: Browser, lived_in: LivedIn) -> Iterator[Callable[[str], Tab]]:
    """The browser tab of somebody, signed in once."""
    tabs: dict[str, Tab] = {}

    def find(who: str) -> Tab:
        if who not in tabs:
            tabs[who] = browser.new_context(base_url=lived_in.address, viewport=PHONE).new_page()  # type: ignore[arg-type]
            if who != "nobody":
                Person(tabs[who]).come_in(who)
        return tabs[who]

    yield find
    for tab in tabs.values():
        tab.context.close()


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.title)
def test_a_page_is_good_for_everybody(page: Page, tab_of: Callable[[str], Tab], lived_in: LivedIn) -> None:
    tab = tab_of(page.who)
    found = []
    languages = (page.speaks,) if page.speaks else LANGUAGES[:1] if is_seen_elsewhere(page) else LANGUAGES
    for lang in languages:
        tab.context.add_cookies([{"name": "lang", "value": lang, "url": lived_in.address}])
        answer = tab.goto(page.address(lived_in.ids))
        assert answer and answer.status < 500
        assert tab.evaluate("document.documentElement.lang") == lang
        found += [f"{lang}: {fault}" for fault in looking.faults(tab, lang, page.who in CITIZENS)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_comes_back_from_a_form_is_good_for_everybody(scene: Scene, lang: str) -> None:
    karin: Citizen = scene("Karin", lang).follow("Tilføj et skridt").press("Sæt det på vejen")
    expect(karin.page.get_by_role("alert")).to_be_visible()
    found = looking.faults(karin.page, lang, citizen=True)
    first, second = (karin.another_window().open_step("Skriv ned, hvad du kan nu") for _ in range(2))
    first.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Lav en liste"}).hears("Ordene er ændret.")
    found += looking.faults(first.page, lang, citizen=True)
    second.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Tegn den"})
    second.heading("I ændrede det samme samtidig")
    found += looking.faults(second.page, lang, citizen=True)
    assert not found, "\n".join(found)
