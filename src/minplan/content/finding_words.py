"""What helps to find a right by somebody's own words: what says nothing, and what means the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from minplan.content.library import read
from minplan.language import known


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of one language. `stop` say nothing of what is looked for; `means` are words by a keyword they lead to."""

    stop: tuple[str, ...]
    means: Mapping[str, tuple[str, ...]]


@cache
def finding(lang: str) -> Finding | None:
    """Those of a language; None for one without a list."""
    if not known(lang):
        return None
    try:
        found = read(f"finding/{lang}.toml")
    except FileNotFoundError:
        return None
    return Finding(tuple(found["stop"]), {key: tuple(words) for key, words in found["means"].items()})
