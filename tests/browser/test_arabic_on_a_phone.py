"""Tried as a new user would: in Arabic, on a phone, from the next step to the paper."""

import re

import pytest
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_new_user_finds_the_next_step_and_what_to_do_with_it(scene: Scene) -> None:
    yusuf: Citizen = scene("Yusuf", "ar", has_touch=True, is_mobile=True)
    assert yusuf.page.evaluate("document.documentElement.dir") == "rtl"
    yusuf.sees("Lige nu", "Du er her").press("Det er klaret").heading("Du klarede det:")
    yusuf.press("Tag det tilbage").hears("Skridtet er åbent igen. Alt er, som det var.").sees("Du er her")
    yusuf.press("Har I glemt mig?").hears("Tak. Vi har fået det. Du får svar senest %(day)s.")
    yusuf.heading("Har I glemt mig?").follow("Tilbage til vejen").sees("Det, du har spurgt om")
    expect(yusuf.page.get_by_role("listitem").filter(has_text=yusuf.says("Du er her"))).to_have_attribute(
        "aria-current", "step"
    )


def test_the_way_is_printed(scene: Scene) -> None:
    yusuf: Citizen = scene("Yusuf", "ar")
    yusuf.page.evaluate("print = () => { document.body.dataset.printed = 'yes' }")
    yusuf.press("Print vejen")
    expect(yusuf.page.locator("body")).to_have_attribute("data-printed", "yes")
    paper = yusuf.page.pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type /Page\b", paper)) <= 6
