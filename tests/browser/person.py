"""Somebody at a screen, who finds everything by what it is and what it says there.

Scenes are written in the words of the Danish pages; who reads another language looks for them in that.
"""

import re
from typing import Self

from playwright.sync_api import Locator, Page, expect

from minplan import language


class Person:
    """A person with a browser. Each verb is something that a hand or an eye does."""

    def __init__(self, page: Page, lang: str = "da") -> None:
        self.page, self.lang = page, lang

    def says(self, danish: str) -> str:
        """What the page says for this in the person's language, up to the first value in it; own words stay."""
        return language.translator(self.lang).gettext(danish).partition("%(")[0]

    def come_in(self, name: str) -> Self:
        """Sign in by choosing a name on the door, until the first page is there: an address comes before its page."""
        self.page.goto(f"/sign-in?lang={self.lang}")
        self.press(name)
        expect(self.page).not_to_have_url(re.compile("/sign-in"))
        if "/privacy" in self.page.url:  # a citizen who comes for the first time
            self.press("Jeg har læst det")
            expect(self.page).not_to_have_url(re.compile("/privacy"))
        expect(self.page).to_have_title(re.compile(r"\S"))
        self.page.wait_for_load_state()
        return self

    def press(self, name: str, within: Locator | None = None) -> Self:
        """Press the button that says `name`."""
        (within or self.page).get_by_role("button", name=self.says(name), exact=True).first.click()
        return self

    def follow(self, name: str, within: Locator | None = None) -> Self:
        """Follow the first link that says `name`."""
        (within or self.page).get_by_role("link", name=self.says(name), exact=True).first.click()
        return self

    def unfold(self, name: str) -> Locator:
        """Open what lies folded under `name`, unless it is open; answers the fold."""
        title = self.page.get_by_text(self.says(name), exact=True).locator("visible=true").first
        fold = title.locator("xpath=ancestor::details[1]")
        if fold.get_attribute("open") is None:
            title.click()
        return fold

    def write(self, label: str, text: str, within: Locator | None = None) -> Self:
        """Write in the field under `label`; a day or a time as a machine writes it."""
        (within or self.page).get_by_label(self.says(label), exact=True).fill(text)
        return self

    def pick(self, name: str, within: Locator | None = None) -> Self:
        """Choose what says `name` among those that exclude each other, or tick it."""
        (within or self.page).get_by_label(self.says(name), exact=True).check()
        return self

    def untick(self, name: str, within: Locator | None = None) -> Self:
        """Take the tick away."""
        (within or self.page).get_by_label(self.says(name), exact=True).uncheck()
        return self

    def select(self, label: str, option: str, within: Locator | None = None) -> Self:
        """Choose from the list under `label`."""
        (within or self.page).get_by_label(self.says(label), exact=True).select_option(label=option)
        return self

    def lead_somewhere(self) -> Self:
        """Choose the first landmark that a new step can lead to."""
        self.page.get_by_label(self.says("Hvor fører det hen?"), exact=True).select_option(index=1)
        return self

    def sees(self, *texts: str) -> Self:
        """Each of these stands on the screen."""
        for text in texts:
            expect(self.page.get_by_text(self.says(text)).locator("visible=true").first).to_be_visible()
        return self

    def sees_not(self, *texts: str) -> Self:
        """None of these stands anywhere, visible or folded."""
        for text in texts:
            expect(self.page.get_by_text(self.says(text))).to_have_count(0)
        return self

    def hears(self, text: str) -> Self:
        """The live region says so."""
        expect(self.page.get_by_role("status").first).to_contain_text(self.says(text))
        return self

    def heading(self, text: str) -> Self:
        """The page is headed by this."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(self.says(text))
        return self

    def form(self, button: str) -> Locator:
        """The form that has this button, where several ask for the same."""
        return self.page.locator("form", has=self.page.get_by_role("button", name=self.says(button), exact=True))

    def stays(self) -> Self:
        """From here on no page may be loaded anew."""
        self.page.evaluate("window.stays = true")
        return self

    def has_stayed(self) -> Self:
        """No page was loaded anew since `stays`."""
        assert self.page.evaluate("window.stays === true"), "the whole page was loaded anew"
        return self
