"""The noun: one thing that is wrong with a document, and where."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]

_PLAIN = re.compile(r"\w+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fault:
    """`what` is wrong at `path` (members and places in lists, from the whole document inwards)."""

    path: Path
    what: str

    def __str__(self) -> str:
        """Where and what: `goals[0].milestones[1].steps[0].title.text: is over 2,000 characters`."""
        return f"{written(self.path) or 'the document'}: {self.what}"


def written(path: Iterable[str | int]) -> str:
    """A path as people write it; what is not a plain name is quoted and escaped."""
    return "".join(_part(part) for part in path).removeprefix(".")


def _part(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part}]"
    return f".{part}" if _PLAIN.fullmatch(part) else f"[{json.dumps(part)}]"
