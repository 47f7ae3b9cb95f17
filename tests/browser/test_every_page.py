"""Every page, in every language, for everybody who opens it: looked at as people look."""

import pytest
from browser import looking
from browser.citizen import Citizen
from browser.each_page import TabOf, look_at, tab_of
from browser.fixtures import LivedIn, Scene
from browser.pages import LANGUAGES, Page, every_page
from playwright.sync_api import expect

__all__ = ["tab_of"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", [page for page in every_page() if not page.of_a_meeting], ids=lambda page: page.title)
def test_a_page_is_good_for_everybody(page: Page, tab_of: TabOf, lived_in: LivedIn) -> None:
    look_at(page, tab_of, lived_in)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_comes_back_from_a_form_is_good_for_everybody(scene: Scene, lang: str) -> None:
    karin: Citizen = scene("Karin", lang).follow("Tilføj et skridt").press("Sæt det på vejen")
    expect(karin.page.get_by_role("alert")).to_be_visible()
    found = looking.faults(karin.page, lang, citizen=True, colours=lang == LANGUAGES[0])
    first, second = (karin.another_window().open_step("Skriv ned, hvad du kan nu") for _ in range(2))
    first.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Lav en liste"}).hears("Ordene er ændret.")
    found += looking.faults(first.page, lang, citizen=True, colours=lang == LANGUAGES[0])
    second.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Tegn den"})
    second.heading("I ændrede det samme samtidig")
    found += looking.faults(second.page, lang, citizen=True, colours=lang == LANGUAGES[0])
    assert not found, "\n".join(found)
