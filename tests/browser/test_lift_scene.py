"""By keyboard a citizen says that a step drains, shows it and takes it back; who is shown it can offer a talk."""

import re

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def _press_by_keyboard(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name).first
    button.focus()
    button.press("Enter")


def test_what_drains_is_the_citizens_until_they_show_it(scene: Scene) -> None:
    yusuf: Citizen = scene("Yusuf", "da")
    yusuf.page.locator("a[href*='/steps/']").first.click()
    expect(yusuf.page).to_have_url(re.compile("/steps/"))
    yusuf.page.wait_for_load_state()
    step = yusuf.page.url
    if not yusuf.page.locator("#lift").count():
        yusuf.press("Sæt i gang")
    yusuf.sees("Løfter det dig, eller tærer det på dig?", "Kun du ser dit svar.")
    _press_by_keyboard(yusuf.page, "Det tærer")
    yusuf.hears("Gemt. Kun du kan se det.").follow("Vis det, lav det om eller slet det")
    lars: Caseworker = scene("Lars Holm")
    lars.page.goto(step)
    expect(lars.page.get_by_text("tærer")).to_have_count(0)
    _press_by_keyboard(yusuf.page, "Vis det til dem")
    yusuf.hears("De kan læse dit svar nu.")
    lars.page.goto(step)
    lars.sees("Det tærer", "Tilbyd en snak.")
    _press_by_keyboard(yusuf.page, "Tag det tilbage")
    yusuf.hears("Kun du kan se dit svar nu.")
    lars.page.goto(step)
    expect(lars.page.get_by_text("tærer")).to_have_count(0)
