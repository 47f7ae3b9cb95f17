"""Rule: which steps are alike, so that nothing is tried once more without a word about what is new."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from minplan import content
from minplan.words import Words

MOST = 3  # more than the newest of what was tried before is a list to read, and not a question


class Tried(Protocol):
    """A step that was on the way before."""

    @property
    def title(self) -> Words: ...
    @property
    def tracks(self) -> tuple[str, ...]: ...


Step = TypeVar("Step", bound=Tried)


def alike(title: Words, tracks: Iterable[str], tried: Iterable[Step]) -> list[Step]:
    """Those among `tried` that say the same, or are the same kind of help on a track that both have; three at most."""
    said, kind, here = plain(title), _kind(title), set(tracks)
    found = (
        each
        for each in tried
        if said == plain(each.title) or (kind and kind == _kind(each.title) and here & set(each.tracks))
    )
    return list(found)[:MOST]


def plain(words: Words) -> tuple[str, ...]:
    """What is compared of somebody's words: a ready sentence whatever fills it, or all without signs and capitals."""
    if words.phrase:
        return ("", words.phrase)
    bare = "".join(char if char.isalnum() else " " for char in (words.text or "").casefold())
    return tuple(bare.split()) or (words.text or "",)


def _kind(words: Words) -> str | None:
    phrase = content.phrases().get(words.phrase or "")
    return content.offer_kind(phrase.text if phrase else words.text or "")
