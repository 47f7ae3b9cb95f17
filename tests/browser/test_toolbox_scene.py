"""By keyboard a citizen finds an offer by its picture, says gladly and chooses among what a professional puts before
them."""

import re

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def _press(page: Page, name: str, within: str = "main") -> None:
    button = page.locator(within).get_by_role("button", name=name, exact=True).first
    button.focus()
    button.press("Enter")
    page.wait_for_load_state()


def test_what_a_citizen_likes_becomes_a_choice_and_what_they_choose_lies_on_the_way(scene: Scene) -> None:
    yusuf: Citizen = scene("Yusuf", "da")
    page = yusuf.page
    page.goto("/toolbox")
    shown = page.locator(".offer:visible")
    expect(shown).to_have_count(12)
    page.get_by_role("radio", name="Vis alt").press("ArrowRight")
    assert page.get_by_role("radio", name="Mad").is_checked()
    expect(shown).to_have_count(2)
    _press(page, "Vil gerne", "#kitchen")
    expect(page.locator("#kitchen")).to_contain_text("Dit svar: Vil gerne")
    _press(page, "Måske", "#walk")
    lars: Caseworker = scene("Lars Holm")
    plan = re.search("/plans/[^/]+", page.locator("#walk form").first.get_attribute("action") or "")
    assert plan
    lars.page.goto(f"{plan[0]}/offers")
    for box in lars.page.get_by_role("checkbox").all():
        box.check()
    _press(lars.page, "Læg et valg frem")
    lars.page.get_by_label("Hvad skal Yusuf vælge?").fill("Hvor vil du helst være med?")
    lars.page.get_by_label("Hvor fører det hen?").select_option(index=1)
    _press(lars.page, "Læg valget frem")
    lars.hears("Valget ligger klar til borgeren.")
    page.goto(lars.page.url)
    expect(page.locator(".option")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Vælg det her").nth(0).press("Enter")
    yusuf.hears("Det ligger nu på din vej.").sees("Det kunne jeg vælge senere")
    page.get_by_role("link", name="Se skridtet").click()
    yusuf.sees("Her har du selv valgt. Se hele valget")
