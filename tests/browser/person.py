"""Somebody at a screen, who finds everything by what it is and what it says there."""

import re
from typing import Self

from playwright.sync_api import Locator, Page, expect


class Person:
    """A person with a browser. Each verb is something that a hand or an eye does."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def come_in(self, name: str, language: str) -> Self:
        """Sign in by choosing a name on the door."""
        self.page.goto(f"/sign-in?lang={language}")
        return self.press(name)

    def press(self, name: str, within: Locator | None = None) -> Self:
        """Press the button that says `name`."""
        (within or self.page).get_by_role("button", name=name, exact=True).first.click()
        return self

    def follow(self, name: str, within: Locator | None = None) -> Self:
        """Follow the first link that says `name`."""
        (within or self.page).get_by_role("link", name=name, exact=True).first.click()
        return self

    def unfold(self, name: str) -> Locator:
        """Open what lies folded under `name`, unless it is open; answers the fold."""
        title = self.page.get_by_text(name, exact=True).locator("visible=true").first
        fold = title.locator("xpath=ancestor::details[1]")
        if fold.get_attribute("open") is None:
            title.click()
        return fold

    def write(self, label: str, text: str, within: Locator | None = None) -> Self:
        """Write in the field under `label`; a day or a time as a machine writes it."""
        (within or self.page).get_by_label(label, exact=True).fill(text)
        return self

    def pick(self, name: str, within: Locator | None = None) -> Self:
        """Choose what says `name` among those that exclude each other, or tick it."""
        (within or self.page).get_by_label(name, exact=True).check()
        return self

    def untick(self, name: str, within: Locator | None = None) -> Self:
        """Take the tick away."""
        (within or self.page).get_by_label(name, exact=True).uncheck()
        return self

    def select(self, label: str, option: str, within: Locator | None = None) -> Self:
        """Choose from the list under `label`."""
        (within or self.page).get_by_label(label, exact=True).select_option(label=option)
        return self

    def sees(self, *texts: str) -> Self:
        """Each of these stands on the screen."""
        for text in texts:
            expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()
        return self

    def sees_not(self, *texts: str) -> Self:
        """None of these stands anywhere, visible or folded."""
        for text in texts:
            expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def hears(self, text: str) -> Self:
        """The live region says so."""
        expect(self.page.get_by_role("status").first).to_contain_text(text)
        return self

    def heading(self, text: str) -> Self:
        """The page is headed by this."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(re.compile(re.escape(text)))
        return self
