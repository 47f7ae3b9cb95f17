"""Somebody puts a worry down, closes the backpack over it, and takes it along in words of their choice."""

import pytest
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MINE = "Jeg kan ikke sove for huslejen"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_worry_is_put_down_covered_and_taken_along(scene: Scene, scripts: bool) -> None:
    karin: Citizen = scene("Karin", java_script_enabled=scripts)
    covered = karin.page.get_by_text(MINE)
    karin.page.goto("/backpack")
    karin.write("Eller skriv med dine egne ord", MINE).press("Læg det i rygsækken")
    karin.hears("Nu ligger det i rygsækken. Du behøver ikke bære det lige nu.")
    expect(covered).to_have_count(0)
    karin.follow("Åbn rygsækken").sees(MINE).follow(f"Tag det frem {MINE}").follow("Tag det med til et møde")
    karin.sees("Før du vælger").write("Sådan kommer det til at stå", "Huslejen").press("Sæt det på dagsordenen")
    karin.hears("Det står på dagsordenen nu.").sees("Taget med til mødet").follow("Læg det tilbage, og luk")
    karin.heading("Min rygsæk")
    expect(covered).to_have_count(0)
