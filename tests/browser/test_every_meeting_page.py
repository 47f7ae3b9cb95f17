"""Every page of a meeting, in each state of one. Apart from the others, so that two processes share the work."""

import pytest
from browser.each_page import TabOf, look_at, tab_of
from browser.fixtures import LivedIn
from browser.pages import Page, every_page

__all__ = ["tab_of"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", [page for page in every_page() if page.of_a_meeting], ids=lambda page: page.title)
def test_a_page_of_a_meeting_is_good_for_everybody(page: Page, tab_of: TabOf, lived_in: LivedIn) -> None:
    look_at(page, tab_of, lived_in)
