"""What it takes to look at one page as everybody who opens it does."""

from collections.abc import Callable, Iterator

import pytest
from browser import looking
from browser.chromium import PHONE
from browser.fixtures import LivedIn
from browser.pages import LANGUAGES, Page, is_seen_elsewhere
from browser.person import Person
from playwright.sync_api import Browser, Page as Tab

CITIZENS = ("Karin", "Samira", "Yusuf", "Dorte", "Viggo", "nobody")
TabOf = Callable[[str], Tab]


@pytest.fixture(scope="module")
def tab_of(browser: Browser, lived_in: LivedIn) -> Iterator[TabOf]:
    """The browser tab of somebody, signed in once."""
    tabs: dict[str, Tab] = {}

    def find(who: str) -> Tab:
        if who not in tabs:
            tabs[who] = browser.new_context(base_url=lived_in.address, viewport=PHONE).new_page()  # type: ignore[arg-type]
            if who != "nobody":
                Person(tabs[who]).come_in(who)
        return tabs[who]

    yield find
    for tab in tabs.values():
        tab.context.close()


def look_at(page: Page, tab_of: TabOf, lived_in: LivedIn) -> None:
    """Open it in each language, and find nothing wrong."""
    tab = tab_of(page.who)
    found = []
    languages = _languages(page)
    for lang in languages:
        tab.context.add_cookies([{"name": "lang", "value": lang, "url": lived_in.address}])
        answer = tab.goto(page.address(lived_in.ids))
        assert answer and answer.status < 500
        assert tab.evaluate("document.documentElement.lang") == lang
        # By axe once: a citizen's page from the right, a professional's from the left. The same things stand there, and
        # both ways all that pages are made of is seen.
        once = lang == languages[-1 if page.who in CITIZENS else 0]
        faults = looking.faults(tab, lang, page.who in CITIZENS, colours=once, rules=once)
        found += [f"{lang}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


def _languages(page: Page) -> tuple[str, ...]:
    """A citizen's page in all of them; a professional's from the left and from the right."""
    if page.speaks:
        return (page.speaks,)
    if is_seen_elsewhere(page):
        return LANGUAGES[:1]
    return LANGUAGES if page.who in CITIZENS else (LANGUAGES[0], LANGUAGES[-1])
