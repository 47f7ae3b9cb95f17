"""The shelves of feelings: what weighs and what lifts, each with a word and a sentence that helps to recognise it."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from minplan.content.library import read
from minplan.language import Translator

SHELVES = ("weighs", "lifts")


@dataclass(frozen=True, slots=True)
class Feeling:
    """One feeling in Danish; `shelf` is weighs or lifts, and an `extra` one lies in the fold below its shelf."""

    id: str
    shelf: str
    word: str
    help: str
    extra: bool = False

    def context(self, part: str = "") -> str:
        """The message context of its word, or of another `part` of it."""
        return f"feeling:{self.id}:{part}" if part else f"feeling:{self.id}"


@cache
def feelings() -> MappingProxyType[str, Feeling]:
    """Every feeling by id: a shelf after the other, each in the order in which it is shown."""
    return MappingProxyType(
        {
            name: Feeling(name, shelf, **fields)
            for shelf in SHELVES
            for name, fields in read(f"feelings/{shelf}.toml").items()
        }
    )


def feeling_word(feeling: str, translator: Translator) -> str:
    """A feeling's word as it stands within a sentence; KeyError for one that is not in the catalogue."""
    return translator.pgettext(feelings()[feeling].context(), feelings()[feeling].word)


def feeling_help(feeling: str, translator: Translator) -> str:
    """The sentence that helps to recognise it."""
    return translator.pgettext(feelings()[feeling].context("help"), feelings()[feeling].help)
