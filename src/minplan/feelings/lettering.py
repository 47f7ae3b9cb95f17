"""Rule: what stands in a circle, a face above its word, so that all of it is inside whatever letters a reader has."""

import unicodedata
from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

SMALLEST, TALLEST, TALL = 11, 22, 0.3  # letters, and how tall they are beside the radius
OWN_SMALLEST, OWN_TALL = 9, 0.33  # an own word has no face to tell it by
FACES = (0.8, 0.64, 0.5)  # a face's side as a part of the radius, as large as there is room for
ALONE = 1.25  # where only the face fits
LEAST = 16  # below this a face cannot be told from another
LINES = 4
LEADING, MARGIN = 1.18, 4.0
UPWARDS = (0, 0.08, 0.16)  # a word has more room near the middle
_NARROW, _WIDE = frozenset("fijlrtI1.,:;'!|()[]-/ "), frozenset("mwMW@%")


class Face(NamedTuple):
    """The square of a face, across the middle: how far down it begins, and its side."""

    y: float
    side: float


class Line(NamedTuple):
    """One line of a word, set around the middle on the base line `y`."""

    text: str
    y: float


class Label(NamedTuple):
    """What stands in one circle, measured from its middle; `letters` is how tall they are."""

    face: Face | None = None
    lines: tuple[Line, ...] = ()
    letters: int = 0


def lettered(word: str, r: float) -> Label:
    """A word of the catalogue with its face above it; the face alone where the word has no room."""
    broken = list(_broken(word, 2))
    for letters in _heights(r, TALL, SMALLEST):
        for side in (part * r for part in FACES if part * r >= LEAST):
            for lines in broken:
                label = _stacked(lines, letters, side, r)
                if label:
                    return label
    return Label(Face(_tenth(-ALONE * r / 2), _tenth(ALONE * r)))


def lettered_own(word: str, r: float) -> Label:
    """Somebody's own word, which has no face; as much of it as there is room for, with "…" where that is not all."""
    broken = list(_broken(word, LINES))
    for letters in _heights(r, OWN_TALL, OWN_SMALLEST):
        for lines in broken:
            label = _stacked(lines, letters, 0, r)
            if label:
                return label
    shorter = word.rpartition(" ")[0] or word.rstrip("…")[:-1]
    return lettered_own(f"{shorter}…", r) if shorter else Label()


def wide(text: str) -> float:
    """About how wide a text is, in heights of its letters; rather too much, since every reader has another font."""
    return sum(map(_width, text))


def _heights(r: float, tall: float, smallest: int) -> range:
    return range(max(smallest, min(TALLEST, int(r * tall))), smallest - 1, -1)


def _stacked(lines: tuple[str, ...], letters: int, side: float, r: float) -> Label | None:
    """The lines under a face of this side, or alone; None where they would stick out."""
    gap = letters * 0.15 if side else 0
    whole = side + gap + len(lines) * letters * LEADING
    for upwards in UPWARDS if side else (0,):
        top = -whole / 2 - upwards * r
        below = top + side + gap
        if -top <= r - MARGIN and _inside(lines, letters, below, r):
            face = Face(_tenth(top), _tenth(side)) if side else None
            return Label(face, tuple(_set(lines, letters, below)), letters)
    return None


def _inside(lines: tuple[str, ...], letters: int, top: float, r: float) -> bool:
    for n, line in enumerate(lines):
        upper, lower = top + (n * LEADING + 0.1) * letters, top + ((n + 1) * LEADING - 0.05) * letters
        far = max(abs(upper), abs(lower))
        if far >= r or wide(line) * letters / 2 > sqrt(r * r - far * far) - MARGIN:
            return False
    return True


def _set(lines: tuple[str, ...], letters: int, top: float) -> Iterator[Line]:
    for n, line in enumerate(lines):
        yield Line(line, _tenth(top + (n * LEADING + 0.92) * letters))


def _broken(word: str, most: int) -> Iterator[tuple[str, ...]]:
    """The word on one line, then on more, broken between its parts where the lines become most alike."""
    parts = word.split(" ")
    for many in range(1, min(most, len(parts)) + 1):
        yield min(_breaks(parts, many), key=lambda lines: max(map(wide, lines)))


def _breaks(parts: list[str], many: int) -> Iterator[tuple[str, ...]]:
    if many == 1:
        yield (" ".join(parts),)
        return
    for first in range(1, len(parts) - many + 2):
        for rest in _breaks(parts[first:], many - 1):
            yield (" ".join(parts[:first]), *rest)


def _width(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if char in _NARROW:
        return 0.38
    return 0.95 if char in _WIDE else 0.72 if char.isupper() else 0.61


def _tenth(value: float) -> float:
    return round(value, 1)
