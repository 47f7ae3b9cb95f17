"""The noun: what fills somebody today. Sizes are 1 (a little) to 4 (it fills everything); the rest is absent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from minplan.content import SHELVES, feelings
from minplan.words import NewText

DAYS = ("good", "mixed", "hard")
SIZES = range(5)
LARGEST = 4
OWN = (1, 2)  # the places for own words on each shelf


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A feeling in somebody's own word."""

    shelf: str
    text: str
    lang: str
    size: int


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How the day is, if that was said, and what fills how much; nothing at all is an answer too.

    `note` is written on a picture that is kept.
    """

    day: str | None = None
    sizes: dict[str, int] = field(default_factory=dict)
    own: tuple[OwnWord, ...] = ()
    note: NewText | None = None

    @property
    def is_blank(self) -> bool:
        """Whether no feeling was named; the day may have been."""
        return not self.sizes and not self.own

    def on(self, shelf: str) -> list[int]:
        """The sizes of all that stands on this shelf."""
        named = [size for name, size in self.sizes.items() if feelings()[name].shelf == shelf]
        return named + [word.size for word in self.own if word.shelf == shelf]

    @property
    def heaviest_full(self) -> bool:
        """Whether something heavy fills everything."""
        return LARGEST in self.on("weighs")

    @property
    def only_heavy(self) -> bool:
        """Whether something weighs and nothing lifts."""
        return bool(self.on("weighs")) and not self.on("lifts")

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> Self:
        """A check-in as it was kept; a feeling that the catalogue does not have any more is left out."""
        sizes = {name: content["sizes"][name] for name in feelings() if name in content["sizes"]}
        own = tuple(OwnWord(**word) for word in content["own"])
        note = content.get("note")
        return cls(content["day"], sizes, own, NewText(**note) if note else None)

    def as_content(self) -> dict[str, Any]:
        """What is kept of it."""
        own = [{"shelf": word.shelf, "text": word.text, "lang": word.lang, "size": word.size} for word in self.own]
        note = {"text": self.note.text, "lang": self.note.lang} if self.note else None
        return {"day": self.day, "sizes": self.sizes, "own": own, "note": note}

    def as_fields(self) -> dict[str, str]:
        """The same as the fields of a form, for a page that carries it on without anybody keeping it."""
        told = {f"size.{name}": str(size) for name, size in self.sizes.items()}
        for shelf in SHELVES:
            for place, word in enumerate((each for each in self.own if each.shelf == shelf), start=1):
                at = f"own.{shelf}.{place}"
                told |= {f"{at}.text": word.text, f"{at}.lang": word.lang, f"{at}.size": str(word.size)}
        return told | ({"day": self.day} if self.day else {})
