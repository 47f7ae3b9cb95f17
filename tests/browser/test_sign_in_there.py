"""A real browser between this house and a certified provider: in by a link, out by a form, and out in a frame."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from provider.process import Process, process, town_of
from sqlalchemy import Engine
from web.providers import provider, standing, town
from web.rogue import Rogue
from web.town import Town, citizen

__all__ = ["provider", "standing", "town"]

pytestmark = pytest.mark.browser

FRAME = "src => { document.body.append(Object.assign(document.createElement('iframe'), {src})) }"


@pytest.fixture
def certified(sqlite: Engine, tmp_path: Path) -> Iterator[tuple[Process, Town]]:  # noqa: ARG001
    with process() as running, town_of(running, tmp_path) as made:
        citizen()
        yield running, made


def come_in(page: Page, town: Town) -> None:
    page.goto(f"{town.address}/sign-in")
    page.get_by_role("link", name="Log ind med MitID").click()
    expect(page.get_by_role("button", name="Log ud")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_in_and_out_again(browser: Browser, certified: tuple[Process, Town], script: bool) -> None:
    _, town = certified
    with browser.new_context(locale="da-DK", java_script_enabled=script) as context:
        page = context.new_page()
        come_in(page, town)
        page.get_by_role("button", name="Log ud").click()
        page.wait_for_url("**/session/end**")  # no form of ours leads there: the page between does
        page.locator("form").evaluate("form => form.submit()") if script else page.goto(f"{town.address}/sign-in")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Du er logget ud" if script else "Log ind")
        page.goto(town.address)
        assert page.url == f"{town.address}/sign-in"


def test_out_in_a_frame_of_the_providers_page(browser: Browser, town: Town, provider: Rogue) -> None:
    with browser.new_context(locale="da-DK") as context:
        page, there = context.new_page(), context.new_page()
        come_in(page, town)
        there.goto(f"{provider.address}/jwks")
        frame = f"{town.address}/sign-out/mitid/front-channel?iss={provider.address}&sid=a+b/c="
        with there.expect_response(lambda response: "front-channel" in response.url) as answer:
            there.evaluate(FRAME, frame)
        assert answer.value.ok
        assert all("chrome-error" not in each.url for each in there.frames)
        page.goto(town.address)
        assert page.url == f"{town.address}/sign-in"
