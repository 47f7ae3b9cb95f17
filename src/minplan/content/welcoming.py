"""What anybody can read before they sign in: what happens, whom they meet, and what is theirs to choose."""

from dataclasses import dataclass
from functools import cache

from minplan.content.library import read

PARTS = ("station", "person", "choice")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the welcome tells, in Danish. `chosen` is False where the law leaves no choice."""

    id: str
    part: str
    name: str
    text: str
    art: str = ""
    chosen: bool = True

    def context(self, what: str) -> str:
        """The message context of its name or text."""
        return f"welcome:{self.part}:{self.id}:{what}"


@cache
def welcome() -> dict[str, tuple[Told, ...]]:
    """Everything by its part, in the order in which it is told."""
    data = read("welcome.toml")
    return {part: tuple(Told(part=part, **fields) for fields in data[part]) for part in PARTS}
