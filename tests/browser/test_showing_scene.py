"""Karin takes along what fills her, Mette reads it and answers, and Karin takes it back, while they sit together."""

from collections.abc import Callable
from typing import Any

import pytest
from browser.chromium import WIDE
from browser.table import room
from playwright.sync_api import expect

__all__ = ["room"]
pytestmark = pytest.mark.browser


def test_what_fills_is_shown_answered_and_taken_back_on_both_screens(room: Callable[..., Any]) -> None:
    karin, mette = room("Karin"), room("Mette Krog", viewport=WIDE)
    there = karin.page.url
    shown = mette.page.locator("#brought")
    expect(shown).to_have_count(0)
    karin.page.goto("/feelings")
    karin.page.locator("[name='size.worried']").fill("3")
    karin.press("Se mit billede").press("Tag med til mit møde").press("Ja, gem det")
    karin.page.get_by_label("Mette Krog").check()
    karin.press("Videre").sees("nødt til at skrive det ned").press("Ja, vis det til Mette Krog")
    mette.sees("Til dig fra").unfold("Se det")
    mette.sees("bekymret", "Hvad vil du gerne have, jeg ved?")
    mette.write("En sætning til borgeren", "Tak, fordi du viser mig det").press("Jeg har læst det")
    mette.hears("Borgeren kan se, at du har læst det.")
    karin.page.goto(there)
    karin.unfold("Se det")
    karin.sees("Tak, fordi du viser mig det").press("Tag det tilbage")
    expect(karin.page.locator("#brought")).to_have_count(0)
    expect(shown).to_have_count(0)
