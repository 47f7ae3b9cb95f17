"""What kind of help somebody's words are about, so that nobody is offered the same again without being told why."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from minplan.content.library import read


def offer_kind(text: str) -> str | None:
    """The first kind that a part of `text` names, None for none. Words of one or two letters count only when whole."""
    return next((kind for kind, parts in _kinds().items() if _first(parts, text) is not None), None)


def is_talk(text: str) -> bool:
    """Whether a text is about a talk first of all: "talk about a placement" is, "placement with a talk" is not."""
    talk, help_ = _first(_talks(), text), _first(chain.from_iterable(_kinds().values()), text)
    return talk is not None and (help_ is None or talk < help_)


def _first(parts: Iterable[str], text: str) -> int | None:
    """Where the first of these parts stands."""
    said, words = text.casefold(), set(text.casefold().split())
    return min((said.find(part) for part in parts if part in (said if len(part) > 2 else words)), default=None)


@cache
def _kinds() -> dict[str, list[str]]:
    return read("offer_kinds.toml")


@cache
def _talks() -> list[str]:
    return list(read("talks.toml")["talk"])
