"""The shelf of rights: the records, what somebody can live on, and the words of the law, as the files say them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from minplan import clock
from minplan.content.library import read
from minplan.content.municipal import municipal
from minplan.content.overlay import Municipal
from minplan.content.packaged import packaged
from minplan.content.right import Benefit, LegalWord, Right

_Dated = TypeVar("_Dated", Right, Benefit)


@dataclass(frozen=True, slots=True)
class RightsShelf:
    """Rights by id in the order of the files, and benefits by code in the order in which they are offered."""

    rights: MappingProxyType[str, Right]
    benefits: MappingProxyType[str, Benefit]


def rights_shelf(day: date | None = None) -> RightsShelf:
    """What there is on a day, today if none is given: the municipality's own records instead of those of their id."""
    return shelf_of(municipal(), day or clock.today())


@lru_cache(maxsize=8)
def shelf_of(own: Municipal, day: date) -> RightsShelf:
    """What comes with the product and what a municipality wrote, each in its version of that day."""
    replaced = {placed.right.id for placed in own.rights}
    rights = [each.right for each in packaged().rights if each.right.id not in replaced]
    return RightsShelf(
        _on(day, [*rights, *(placed.right for placed in own.rights)]),
        _on(day, [placed.benefit for placed in packaged().benefits]),
    )


@cache
def legal_words() -> MappingProxyType[str, LegalWord]:
    """The words of the law by id, in alphabetical order."""
    words = [_word(fields) for fields in read("legal_words.toml")["word"]]
    return MappingProxyType({word.id: word for word in sorted(words, key=lambda word: word.word)})


def _on(day: date, every: Iterable[_Dated]) -> MappingProxyType[str, _Dated]:
    found: dict[str, _Dated] = {}
    for each in every:
        if each.id not in found or _nearer(each, found[each.id], day):
            found[each.id] = each
    return MappingProxyType(found)


def _nearer(one: Right | Benefit, other: Right | Benefit, day: date) -> bool:
    """Whether `one` is the version of that day rather than `other`: the last that has begun, else the first to come."""
    mine, theirs = one.valid_from or date.min, other.valid_from or date.min
    return theirs < mine <= day or day < theirs and mine < theirs


def _word(fields: dict[str, Any]) -> LegalWord:
    return LegalWord(**fields | {"forms": tuple(fields.get("forms", ()))})
