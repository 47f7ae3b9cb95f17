"""The citizen: what they do with their own way."""

from typing import Self

from browser.person import Person


class Citizen(Person):
    """Finds steps on the way, changes them, and comes back."""

    def back_to_the_way(self) -> Self:
        return self.follow("Tilbage til vejen")

    def open_step(self, title: str) -> Self:
        """From the way to a step's own page."""
        self.page.get_by_role("heading", level=3, name=title).get_by_role("link").first.click()
        return self.heading(title)

    def change(
        self, fold: str, button: str, fields: dict[str, str] | None = None, picks: tuple[str, ...] = ()
    ) -> Self:
        """Open a fold, fill its fields by label, pick what says so, and press its button."""
        opened = self.unfold(fold)
        for name in picks:
            self.pick(name, opened)
        for label, text in (fields or {}).items():
            self.write(label, text, opened)
        return self.press(button, opened)

    def answer(self, proposal: str, choice: str, fields: dict[str, str] | None = None) -> Self:
        """From the way to what was proposed, and say what one thinks of it."""
        self.follow(proposal).heading("Hvad siger du til forslaget?").pick(choice)
        for label, text in (fields or {}).items():
            self.write(label, text)
        return self.press("Send svaret")

    def another_window(self) -> Self:
        """The same person's second window, which opens on the way."""
        other = type(self)(self.page.context.new_page(), self.lang)
        other.page.goto("/")
        return other
