"""The professional: what they do on a citizen's way, in the words of the Danish pages."""

from typing import Self

from browser.citizen import Citizen


class Caseworker(Citizen):
    """The same hands on the same pages, which begin with the list of citizens."""

    def open_citizen(self, name: str) -> Self:
        """From the list to a citizen's page."""
        return self.follow(name).heading(f"Vejen for {name}")
