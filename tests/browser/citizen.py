"""The citizen: what they do with their own way, in the words of the Danish pages."""

from typing import Self

from browser.person import Person


class Citizen(Person):
    """Finds steps on the way, and comes back to it."""

    def back_to_the_way(self) -> Self:
        return self.follow("Tilbage til vejen")

    def open_step(self, title: str) -> Self:
        """From the way to a step's own page."""
        self.page.get_by_role("heading", level=3, name=title).get_by_role("link").first.click()
        return self.heading(title)

    def change(self, fold: str, button: str, fields: dict[str, str] | None = None, picks: tuple[str, ...] = ()) -> Self:
        """Open a fold, fill its fields by label, pick what says so, and press its button."""
        opened = self.unfold(fold)
        for name in picks:
            self.pick(name, opened)
        for label, text in (fields or {}).items():
            self.write(label, text, opened)
        return self.press(button, opened)
