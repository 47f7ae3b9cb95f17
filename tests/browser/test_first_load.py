"""The first sight of the plan: small on the wire, and the main button on the first screen of a phone."""

import pytest
from browser.chromium import PHONE
from browser.fixtures import CITIZENS, Scene
from browser.pages import LANGUAGES
from browser.wire import Wire
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MOST_BYTES = 30_000
MOST_REQUESTS = 6


@pytest.mark.parametrize("name", CITIZENS)
def test_the_plan_fits_a_slow_network_and_a_small_screen(scene: Scene, name: str) -> None:
    page = scene(name).page
    wire = Wire(page)
    for lang in LANGUAGES:
        wire.open(f"/plan?lang={lang}")
        print(f"{name}, {lang}: {wire.bytes} bytes, {len(wire.begun)} requests")
        assert wire.bytes <= MOST_BYTES and 1 <= len(wire.begun) <= MOST_REQUESTS
        _main_button_is_on_the_first_screen(page, lang)


def _main_button_is_on_the_first_screen(page: Page, lang: str) -> None:
    card = page.locator("#next")
    button = card.get_by_role("button").or_(card.locator("a.button")).first.bounding_box()
    assert button and button["y"] >= 0 and button["y"] + button["height"] <= PHONE["height"], (lang, button)
    assert button["x"] >= 0 and button["x"] + button["width"] <= PHONE["width"]
    node = page.locator(".trail .node").last.bounding_box()
    assert node and (node["x"] > PHONE["width"] / 2) == (lang == "ar"), "the road lies where one begins to read"
