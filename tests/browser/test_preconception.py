"""What a professional believes before a meeting: in their browser, nowhere else, and gone when it is to be gone."""

import pytest
from browser.chromium import PHONE
from browser.fixtures import LivedIn
from browser.person import Person
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
LINES = "[data-preconception] textarea"
BELIEF = "Jeg tror, at han er træt"


def _card(lived_in: LivedIn, browser: Browser) -> Page:
    tab = browser.new_context(base_url=lived_in.address, viewport=PHONE).new_page()  # type: ignore[arg-type]
    tab.set_default_timeout(9_000)
    Person(tab).come_in("Lars Holm")
    return _open(tab, lived_in)


def _open(tab: Page, lived_in: LivedIn) -> Page:
    tab.goto(_address(lived_in))
    expect(tab.locator(LINES).first).to_be_hidden()  # others may look at the screen
    tab.get_by_text("Min forforståelse").click()
    return tab


def _address(lived_in: LivedIn) -> str:
    ids = lived_in.ids["Yusuf"]
    return f"/plans/{ids['plan']}/meetings/{ids['meeting']}"


def test_it_stays_in_this_browser_and_is_sent_nowhere(lived_in: LivedIn, browser: Browser) -> None:
    tab = _card(lived_in, browser)
    sent: list[str] = []
    tab.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    tab.locator(LINES).first.fill(BELIEF)
    expect(tab.get_by_text("Gemt i den her browser")).to_be_visible()
    tab.goto("/notices")
    tab.goto(_address(lived_in))
    expect(tab.locator(LINES).first).to_have_value(BELIEF)
    assert not [each for each in sent if "tr%C3%A6t" in each or "træt" in each]
    tab.context.close()


def test_it_is_gone_when_they_say_so_and_when_they_sign_out(lived_in: LivedIn, browser: Browser) -> None:
    tab = _card(lived_in, browser)
    tab.locator(LINES).first.fill(BELIEF)
    tab.get_by_role("button", name="Slet det nu").click()
    expect(tab.locator(LINES).first).to_have_value("")
    tab.locator(LINES).last.fill(BELIEF)
    tab.get_by_role("button", name="Log ud").click()
    expect(tab.get_by_role("heading", name="Du er logget ud")).to_be_visible()
    assert tab.evaluate("localStorage.length") == 0
    tab.context.close()


def test_it_is_gone_when_its_time_is_over_or_somebody_else_sits_here(lived_in: LivedIn, browser: Browser) -> None:
    tab = _card(lived_in, browser)
    tab.locator(LINES).first.fill(BELIEF)
    for change in ("key.replace(/:[0-9a-f]{16}:/, ':0123456789abcdef:'), value", "key, value.replace(/\\d{10,}/, '1')"):
        tab.evaluate(f"""() => {{
            const [key] = Object.keys(localStorage), value = localStorage[key]
            localStorage.clear()
            localStorage.setItem({change})
        }}""")
        _open(tab, lived_in)
        expect(tab.locator(LINES).first).to_have_value("")
        assert tab.evaluate("localStorage.length") == 0
        tab.locator(LINES).first.fill(BELIEF)
    tab.context.close()


def test_a_page_that_came_without_being_loaded_has_it_too(lived_in: LivedIn, browser: Browser) -> None:
    tab = _card(lived_in, browser)
    tab.locator(LINES).first.fill(BELIEF)
    tab.goto("/citizens")
    goal = {"target": "#page", "select": "#page", "swap": "outerMorph"}
    tab.evaluate("([address, goal]) => htmx.ajax('GET', address, goal)", [_address(lived_in), goal])
    expect(tab.locator(LINES).first).to_have_value(BELIEF)
    tab.context.close()
