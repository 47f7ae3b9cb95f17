"""The first sight of the plan: small on the wire, and the main button on the first screen of a phone."""

from itertools import product

import pytest
from browser.chromium import PHONE
from browser.fixtures import CITIZENS, Scene
from browser.wire import Wire

pytestmark = pytest.mark.browser

PEOPLE_AND_LANGUAGES = list(product(CITIZENS, ("da", "en", "ar")))
MOST_BYTES = 30_000
MOST_REQUESTS = 6


@pytest.mark.parametrize(("name", "lang"), PEOPLE_AND_LANGUAGES)
def test_the_plan_fits_a_slow_network_and_a_small_screen(scene: Scene, name: str, lang: str) -> None:
    page = scene(name, lang).page
    wire = Wire(page)
    wire.open("/plan")
    print(f"{name}, {lang}: {wire.bytes} bytes, {len(wire.received)} requests")
    assert wire.bytes <= MOST_BYTES and 1 <= len(wire.received) <= MOST_REQUESTS
    card = page.locator("#next")
    button = card.get_by_role("button").or_(card.locator("a.button")).first.bounding_box()
    assert button and button["y"] >= 0 and button["y"] + button["height"] <= PHONE["height"], button
    assert button["x"] >= 0 and button["x"] + button["width"] <= PHONE["width"]
    box, node = card.bounding_box(), page.locator(".trail .node").last.bounding_box()
    assert box and node
    assert (node["x"] > PHONE["width"] / 2) == (lang == "ar"), "the road lies at the side where one begins to read"
