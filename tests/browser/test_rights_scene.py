"""Somebody afraid looks for what holds in their own words, reads it, and learns what a hard word means."""

import pytest
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
def test_a_right_is_found_by_own_words_and_its_hard_word_is_explained(scene: Scene, scripts: bool) -> None:
    karin: Citizen = scene("Karin", java_script_enabled=scripts)
    karin.follow("Rettigheder").heading("Mine rettigheder")
    karin.write("Søg med dine egne ord", "bisider").page.keyboard.press("Enter")
    found = karin.page.locator("#found")
    expect(found).to_be_visible()
    if scripts:
        expect(found).to_be_focused()
    assert "bisider" not in karin.page.url
    karin.follow("Tag en bisidder med", found).heading("Tag en bisidder med")
    karin.unfold("Hvad betyder ordene?")
    karin.follow("bisidder").heading("bisidder")
    karin.page.go_back()
    karin.press("Tag det med til mødet").hears("Det står på dagsordenen nu.").sees("Spørg om: Tag en bisidder med")
