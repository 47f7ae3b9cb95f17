"""The shelves: phrases and topics as they stand in the files beside this one."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import Any

from minplan.content.phrase import Phrase


@cache
def phrases(kind: str | None = None) -> MappingProxyType[str, Phrase]:
    """Phrases by id, in the order in which a picker shows them; all of them, or those of one kind."""
    shelf = sorted((files(__package__) / "phrases").iterdir(), key=lambda file: file.name)
    every = chain.from_iterable(_read(file.read_text("utf-8")) for file in shelf)
    return MappingProxyType({phrase.id: phrase for phrase in every if kind in (None, phrase.kind)})


@cache
def grouped(kind: str) -> MappingProxyType[str, tuple[Phrase, ...]]:
    """The phrases of one kind by their group: a track, a topic of the call, or the kind itself."""
    groups: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases(kind).values():
        groups[phrase.group] = (*groups.get(phrase.group, ()), phrase)
    return MappingProxyType(groups)


@cache
def topics() -> MappingProxyType[str, str]:
    """What a phrase can be about: Danish names by id."""
    return MappingProxyType(read("topics.toml"))


def read(name: str) -> dict[str, Any]:
    """One content file as data."""
    return tomllib.loads((files(__package__) / name).read_text("utf-8"))


def _read(content: str) -> Iterator[Phrase]:
    data = tomllib.loads(content)
    group = data.pop("group", "")
    for kind, members in data.items():
        for name, phrase in members.items():
            text_one, text = _forms(phrase["text"])
            you_one, you = _forms(phrase["you"]) if "you" in phrase else (None, None)
            yield Phrase(f"{kind}.{name}", phrase.get("group", group), text, you, text_one, you_one)


def _forms(pattern: str | list[str]) -> tuple[str | None, str]:
    """The pattern for the number one, if it has its own, and the pattern: written as a list when there are both."""
    if isinstance(pattern, str):
        return None, pattern
    one, many = pattern
    return one, many
