"""The main journey by keyboard alone: Tab, Enter, Space and letters. Where one is, one sees."""

import pytest
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

_WHERE = """() => {
    const at = document.activeElement, style = getComputedStyle(at), label = at.labels?.[0]
    if (at === document.body) return {name: '', seen: true}
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    return {name: (label ?? at).innerText.trim().replace(/\\s+/g, ' '), seen}
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on what says `name`. Every place on the way shows that one is there."""
    for _ in range(80):
        page.keyboard.press("Tab")
        at = page.evaluate(_WHERE)
        assert at["seen"], f"the focus on “{at['name']}” cannot be seen"
        if at["name"].startswith(name):
            return
    raise AssertionError(f"Tab never reaches “{name}”")


def test_the_main_journey_by_keyboard_alone(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    page = karin.page
    tab_to(page, "Gå til indholdet")
    tab_to(page, "Log ud")
    page.keyboard.press("Enter")
    karin.heading("Du er logget ud")
    tab_to(page, "Log ind igen")
    page.keyboard.press("Enter")
    karin.heading("Log ind")
    tab_to(page, "Karin")
    page.keyboard.press("Enter")
    karin.heading("Hej Karin")
    tab_to(page, "Det er klaret")
    page.keyboard.press("Enter")
    karin.heading("Du klarede det:")
    tab_to(page, "Tag det tilbage")
    page.keyboard.press("Space")
    karin.hears("Skridtet er åbent igen.")
    tab_to(page, "Det, du har klaret")
    page.keyboard.press("Space")
    karin.sees("Besøg plejehjemmet")
    tab_to(page, "Skriv en sejr")
    page.keyboard.press("Enter")
    karin.heading("Mine sejre")
    tab_to(page, "Hvad gik godt?")
    page.keyboard.type("Jeg gjorde det uden mus")
    tab_to(page, "Gem sejren")
    page.keyboard.press("Enter")
    karin.hears("Sejren er gemt.").sees("Jeg gjorde det uden mus")


def test_the_list_of_languages_closes_with_escape(scene: Scene) -> None:
    page = scene("Karin").page
    tab_to(page, "Sprog: Dansk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="العربية")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="العربية")).to_be_hidden()
