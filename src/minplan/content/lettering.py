"""The nouns: a kind of letter that somebody can get from the municipality, and what can be done about it."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from minplan.content.library import read


@dataclass(frozen=True, slots=True)
class LetterKind:
    """What it is called, what it means, what can be done now and by when, in Danish.

    `until` is the right whose deadline begins on the day on which the letter came; None where the letter says the day.
    `may_ask` is a letter that can also be one that only asks what somebody thinks: from that none begins.
    `dispatch` is what can be sent to the official mailbox from here, `sentences` are phrases.
    """

    id: str
    icon: str
    name: str
    means: str
    do: tuple[str, ...]
    when: str
    moment: str
    sentences: tuple[str, ...]
    until: str | None = None
    dispatch: str | None = None
    may_ask: bool = False

    def context(self, part: str) -> str:
        """The message context of one of its texts: `name`, `means`, `when`, `do1` and so on."""
        return f"letter:{self.id}:{part}"

    def told(self) -> dict[str, str]:
        """Every text of it that a reader meets, by its part."""
        doing = {f"do{number}": text for number, text in enumerate(self.do, 1)}
        return {"name": self.name, "means": self.means, **doing, "when": self.when}


@cache
def letter_kinds() -> MappingProxyType[str, LetterKind]:
    """The kinds of letter by id, in the order in which they are offered."""
    return MappingProxyType({each["id"]: _kind(each) for each in read("letters.toml")["letter"]})


def _kind(fields: dict[str, Any]) -> LetterKind:
    return LetterKind(**fields | {name: tuple(fields[name]) for name in ("do", "sentences")})
