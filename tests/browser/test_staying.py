"""In a real browser: the discreet screen, the question before a sign-in ends, and words that outlive it."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.chromium import PHONE
from browser.citizen import Citizen
from browser.fixtures import Played
from browser.lived_in import FILE
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
MINUTE = 60_000
OURS = re.compile("minplan")


@dataclass
class Open:
    """Samira's browser, whose clock the test moves."""

    page: Page
    place: Path

    def wait(self, minutes: float) -> None:
        """So much time goes by in the page."""
        self.page.clock.run_for(int(minutes * MINUTE))

    def stay_a_minute(self) -> None:
        """Until the page has heard from the server how long she may stay."""
        self.page.wait_for_load_state("load")  # from then on the page counts the time until it asks
        with self.page.expect_response("**/stay"):
            self.wait(1)
        self.page.wait_for_timeout(500)  # the answer is here; the script reads it now, in the page's own standing time

    def sign_out_on_the_server(self) -> None:
        with sqlite3.connect(self.place / FILE) as database:
            database.execute("DELETE FROM sign_in")

    def ask(self) -> None:
        """The page on which she asks something."""
        plan = self.page.locator('a[href^="/plans/"]').first.get_attribute("href") or ""
        self.page.goto("/".join(plan.split("/")[:3]) + "/calls/new")


@pytest.fixture(params=["da", "ar"])
def samira(browser: Browser, stage: Played, request: pytest.FixtureRequest) -> Iterator[Open]:
    stage.again()
    context = browser.new_context(base_url=stage.address, viewport=PHONE)  # type: ignore[arg-type]
    context.clock.install()
    page = context.new_page()
    Citizen(page, request.param).come_in("Samira")
    yield Open(page, stage.place)
    context.close()


def test_one_tap_hides_everything_and_only_its_button_brings_it_back(samira: Open) -> None:
    page = samira.page
    title, address = page.title(), page.url
    veil = page.locator("[data-cover]")
    assert (veil.bounding_box() or {"height": 0})["height"] >= 44
    veil.focus()
    page.keyboard.press("Enter")
    expect(page).not_to_have_title(title)
    expect(page).not_to_have_title(OURS)
    # The rest of the page is inert below a modal dialog.
    expect(page.locator("dialog.cover:modal")).to_have_count(1)
    assert page.evaluate("document.elementFromPoint(180, 300).closest('.cover') !== null"), "nothing shines through"
    _nothing_opens_it(page)
    samira.wait(1 / 60)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_title(title)
    expect(page).to_have_url(address)
    expect(veil).to_be_focused()
    expect(page.locator("dialog")).to_have_count(0)


def _nothing_opens_it(page: Page) -> None:
    """A nervous second tap, on its button too, taps anywhere, and Escape again and again."""
    page.locator(".cover button").click()
    for _ in range(3):
        page.mouse.click(180, 60)
        page.keyboard.press("Escape")
    assert page.locator("dialog.cover:modal").count() == 1


def test_what_is_hidden_stays_hidden_when_the_page_is_loaded_again(samira: Open) -> None:
    page = samira.page
    address = page.url
    page.locator("[data-cover]").click()
    page.reload()
    expect(page).not_to_have_title(OURS)
    expect(page.locator(".cover")).to_have_count(1)
    page.locator(".cover a").click()
    expect(page).to_have_url(address)


def test_before_the_end_it_asks_and_staying_touches_nothing(samira: Open) -> None:
    page = samira.page
    samira.ask()
    page.locator("textarea").first.fill("Jeg er ikke færdig")
    samira.stay_a_minute(), samira.wait(27)
    dialog = page.locator("dialog[open][data-saying=soon]")
    expect(dialog).to_be_visible()
    dialog.locator("[data-stay] button").click()
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator("textarea").first).to_have_value("Jeg er ikke færdig")
    expect(page.locator("textarea").first).to_be_focused()


def test_when_it_is_over_the_page_says_so_and_keeps_the_words(samira: Open) -> None:
    page = samira.page
    samira.ask()
    page.locator("textarea").first.fill("Jeg er ikke færdig")
    samira.stay_a_minute()
    samira.sign_out_on_the_server()
    samira.wait(32)
    expect(page.locator("dialog[open][data-saying=over]")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("main form button").last.click()
    expect(page.locator("dialog[open]")).to_be_visible()
    expect(page.locator("textarea").first).to_have_value("Jeg er ikke færdig")


def test_at_the_longest_time_it_offers_nothing_that_it_cannot_keep(samira: Open) -> None:
    page = samira.page
    page.route("**/stay", lambda route: route.fulfill(status=204, headers={"X-Left": "280 280"}))
    samira.stay_a_minute()
    expect(page.locator("dialog[open][data-saying=last]")).to_be_visible()
    expect(page.locator("[data-stay]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    samira.wait(2)
    expect(page.locator("dialog")).to_have_count(0)
