"""The shelf of rights: the records, what somebody can live on, and the words of the law, as the files say them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from minplan.content.library import read
from minplan.content.right import Benefit, Deadline, LegalWord, Right


@dataclass(frozen=True, slots=True)
class RightsShelf:
    """Rights by id in the order of the files, and benefits by code in the order in which they are offered."""

    rights: MappingProxyType[str, Right]
    benefits: MappingProxyType[str, Benefit]


@cache
def rights_shelf() -> RightsShelf:
    """What comes with the product."""
    shelf = sorted((files(__package__) / "rights").iterdir(), key=lambda file: file.name)
    found = [right for file in shelf for right in _rights(tomllib.loads(file.read_text("utf-8")))]
    benefits = [_benefit(fields) for fields in read("benefits.toml")["benefit"]]
    return RightsShelf(
        MappingProxyType({right.id: right for right in found}),
        MappingProxyType({benefit.id: benefit for benefit in benefits}),
    )


@cache
def legal_words() -> MappingProxyType[str, LegalWord]:
    """The words of the law by id, in alphabetical order."""
    words = [_word(fields) for fields in read("legal_words.toml")["word"]]
    return MappingProxyType({word.id: word for word in sorted(words, key=lambda word: word.word)})


def _rights(data: dict[str, Any]) -> list[Right]:
    return [_right(data["owner"], fields) for fields in data["right"]]


def _right(owner: str, fields: dict[str, Any]) -> Right:
    deadline = fields.pop("deadline", None)
    if deadline:
        deadline["start"] = deadline.pop("from")
    lists: dict[str, Any] = {name: tuple(fields.pop(name, ())) for name in ("benefits", "keywords", "sources")}
    moments = MappingProxyType(fields.pop("moments"))
    return Right(**fields, **lists, moments=moments, owner=owner, deadline=Deadline(**deadline) if deadline else None)


def _benefit(fields: dict[str, Any]) -> Benefit:
    return Benefit(**fields | {"keywords": tuple(fields.get("keywords", ()))})


def _word(fields: dict[str, Any]) -> LegalWord:
    return LegalWord(**fields | {"forms": tuple(fields.get("forms", ()))})
