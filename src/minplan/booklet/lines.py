"""Rule: how many lines words fill, and how high those are, before they are laid out.

This may say too much and not too little. All lengths are in the size of the letters around.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from minplan.booklet import glyphs

SECOND = 0.88  # the size of the second language
SAFE = 1.03  # letters that are fitted to each other can move apart a little
BROKEN = 0.8  # so much of a line is filled where a word is broken anywhere
SPACE = 0.26  # between two words

Text = dict[str, Any]  # as it is laid: its words `t`, and `b`, the same in the second language


class Part(NamedTuple):
    """Words of an item that begin a line: how large they are, whether they are bold, what stands on the line before.

    `least` is how high the first line is at least, for what is drawn in it.
    """

    said: Text | str | None
    size: float = 1
    bold: bool = False
    before: str = ""
    least: float = 0


class Line(NamedTuple):
    """Words that fill lines of their own: how wide each of them is, how large they are, how high they stand."""

    words: list[float]
    size: float
    cap: float
    least: float


def lines_of(part: Part) -> Iterator[Line]:
    """The words of a part, and of the second language below them."""
    if part.said is not None and (part.said or part.before):
        said: dict[str, Any] = part.said if isinstance(part.said, dict) else {"t": part.said, "b": None}
        text = part.before + said["t"]
        yield Line(_words(text, part.bold), part.size, _cap(text) * part.size, part.least)
        if said["b"]:
            size = part.size * SECOND
            yield Line(_words(said["b"]["t"], False), size, _cap(said["b"]["t"]) * size, 0)


def high(lines: list[Line], room: float, leading: float) -> float:
    """How high they are, each with the room to the next one."""
    return sum(
        _lines(line.words, room / line.size) * (line.cap + leading) + max(line.least - line.cap, 0) for line in lines
    )


def _lines(words: list[float], room: float) -> int:
    """How many of them the words fill, each as wide as the room; a word that is wider is broken anywhere."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + word > room:
            lines, used = lines + 1, 0.0
        if word > room:
            lines, word = lines + int(word / (room * BROKEN)), room
        used += word + SPACE
    return lines


def _words(text: str, bold: bool) -> list[float]:
    return [wide(word, bold) * SAFE for word in text.split(" ")]


def widest(text: str, bold: bool = False) -> float:
    """How wide the widest word of a text is."""
    return max(wide(word, bold) for word in text.replace("\u200b", " ").split(" ")) * SAFE


def wide(text: str, bold: bool = False) -> float:
    """How wide a text on one line is."""
    widths = glyphs.widths(bold)
    return sum([widths.get(ord(char), 0) for char in text])


def _cap(text: str) -> float:
    """How high the letters of a line stand, at most: the Latin ones, the Arabic ones, the pictures."""
    highest = max(text, default="")
    return 0.72 if highest < "\u0600" else 0.8 if highest < "\u2070" else 0.93


def aside(said: Text) -> float:
    """As wide as a heading with the second language smaller beside it."""
    return SAFE * (wide(said["t"], True) + (0.5 + 0.62 * wide(said["b"]["t"]) if said["b"] else 0))
