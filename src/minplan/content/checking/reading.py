"""How easily the Danish texts of each moment read, taken together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minplan.content.checking.reading_ease import lix, sentences, too_long, words
from minplan.content.right import MOMENTS, Right

_SAID = ("fact", "action", "deadline")  # a name is a heading, which LIX knows nothing about


@dataclass(frozen=True, slots=True)
class Read:
    """One moment: its LIX, of how many words in how many sentences, and the longest of these."""

    moment: str
    lix: float
    words: int
    sentences: int
    longest: str


def texts_of(right: Right) -> list[str]:
    """Its connected Danish texts."""
    return [text for part, text in right.told().items() if part in _SAID]


def by_moment(rights: Iterable[Right]) -> Iterator[Read]:
    """Every moment that has a record, with all records of it."""
    every = list(rights)
    for moment in MOMENTS:
        texts = [text for right in every if moment in right.moments for text in texts_of(right)]
        said = [sentence for text in texts for sentence in sentences(text)]
        if said:
            longest = max(said, key=lambda each: len(words(each)))
            yield Read(moment, lix(texts), sum(len(words(each)) for each in said), len(said), longest)


def long_ones(rights: Iterable[Right]) -> Iterator[tuple[str, str]]:
    """The id of a record and each of its sentences that is too long."""
    return ((right.id, sentence) for right in rights for sentence in too_long(texts_of(right)))
