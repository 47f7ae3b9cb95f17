"""Karin lays down what she can, shows one card, and is asked about a step that builds on it; then she takes it back."""

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene

pytestmark = pytest.mark.browser

COOKS, STEP = "Jeg kan lave mad til mange.", "Prøv køkkenet i Grønnehus"


def test_a_step_builds_on_what_a_citizen_has_shown(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.follow("Kun for mig").follow("Mine styrker")
    karin.page.get_by_role("link", name="Læg et kort her").first.click()
    karin.pick(COOKS).pick("Jeg er god til at lytte.").press("Gem kun til mig")
    karin.hears("2 kort er gemt. Kun du kan se dem.").follow(COOKS)
    karin.sees("Før du viser et kort").page.get_by_role("button", name="Vis det til dem").click()
    karin.hears("Kortet er vist nu.")
    mette: Caseworker = scene("Mette Krog")
    mette.open_citizen("Karin").follow("Det er Karin god til og håber på").sees(COOKS).sees_not("god til at lytte")
    mette.page.get_by_role("link", name="Foreslå et skridt, der bygger på det").click()
    mette.write("Hvad er skridtet?", STEP).write("Hvad er det godt for?", "Du kan det her").lead_somewhere()
    mette.press("Læg forslaget frem").hears("Det ligger som et forslag, indtil borgeren svarer.")
    karin.page.goto("/plan")
    karin.follow(STEP).sees("Bygger på dit kort", COOKS)
    karin.page.goto("/mine/strengths")
    karin.page.get_by_role("button", name="Tag det tilbage").click()
    karin.hears("Kun du kan se kortet nu.")
    mette.follow(STEP).sees(STEP).sees_not("Bygger på", COOKS)
