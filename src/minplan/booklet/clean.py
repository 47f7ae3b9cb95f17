"""Rule: a text as paper can show it. What the fonts cannot draw is replaced where everybody sees it, never left out.

This is done to what is printed alone; what the plan keeps stays as it was said.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Container, Iterator
from itertools import accumulate

CANNOT = "◊"  # stands for what the paper cannot show
MORE = "…"
WIDEST = 26  # what a word can measure, in small letters, and still find a line or a place to hyphenate it
MARKS = 4  # so many marks can stand on one letter
_ABOVE = 230  # Unicode's number for what stands above a letter
_BREAK = "\u200b"
_OPENING, _POP = "\u2066\u2067\u2068", "\u2069"
_JOINS = frozenset("\u200c\u200d\ufe0e\ufe0f")  # they shape the letters and the pictures around them
# Nobody has ever seen them, and those of the first row would turn the order of whatever follows.
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e" "\u200b\u200e\u200f\u061c\ufeff\u00ad\u2060")
_SEVERAL = re.compile(f"{CANNOT}{{3,}}")
# What most texts are: short words of letters that every font has.
_PLAIN = re.compile("[!-~æøåÆØÅé·–]{1,13}(?: [!-~æøåÆØÅé·–]{1,13})*")
_LATIN = re.compile("[A-Za-zæøåÆØÅé]")
_PIECE = re.compile(r".{6}(?=.)")
_SIGN = re.compile("[^\\s\u200b-\u200d\u2066-\u2069\ufe0e\ufe0f]")  # whatever can be seen


def clean(text: str, drawn: Container[int], most: int, direction: str = "ltr") -> str:
    """The text on one line, as paper can show it, with "…" where it was longer than `most` signs; "" if there is none.

    It is kept apart from the words around it where its letters could turn their order.
    """
    if len(text) <= most and _PLAIN.fullmatch(text):
        return f"\u2068{text}\u2069" if direction == "rtl" and _LATIN.search(text) else text
    shown = _SEVERAL.sub(CANNOT * 3, "".join(_shown(unicodedata.normalize("NFC", text), drawn)))
    capped = _capped(" ".join(shown.split()), most)
    whole = _apart(" ".join(map(_breakable, _balanced(capped).split())), direction)
    return whole if _SIGN.search(whole) else ""


def _shown(text: str, drawn: Container[int]) -> Iterator[str]:
    marks, before = 0, " "
    for char in text:
        kind = unicodedata.category(char)
        marks = marks + 1 if kind == "Mn" and char not in _JOINS else 0
        bare = marks and (before.isspace() or _is_above(char) and _is_above(unicodedata.normalize("NFD", before)[-1]))
        before = char
        if char.isspace():
            yield " "
        elif bare:  # on no letter, or on a mark, where it would reach into the line above
            yield CANNOT
        elif char in _JOINS or char in _OPENING or char == _POP:
            yield char
        elif char not in _UNSEEN:
            yield char if kind[0] != "C" and marks <= MARKS and ord(char) in drawn else CANNOT


def _is_above(char: str) -> bool:
    return unicodedata.combining(char) == _ABOVE


def _capped(words: str, most: int) -> str:
    """As many signs as have room, where a picture has that of two, and whether there were more."""
    ends = [*accumulate(1 + (unicodedata.east_asian_width(char) == "W") for char in words)]
    return words if not ends or ends[-1] <= most else f"{words[: bisect(ends, most - 1)].rstrip()}{MORE}"


def _balanced(text: str) -> str:
    """The text with every isolated part closed, and none closed that was not opened."""
    depth, kept = 0, ""
    for char in text:
        depth += (char in _OPENING) - (char == _POP)
        kept += char if depth >= 0 else ""
        depth = max(depth, 0)
    return kept + _POP * depth


def _breakable(word: str) -> str:
    """A word that fits on no line, with places where it can be broken."""
    width = sum(1 if char.islower() or unicodedata.category(char) == "Lo" else 2 for char in word)
    return _PIECE.sub(lambda piece: piece[0] + _BREAK, word) if width > WIDEST else word


def _apart(text: str, direction: str) -> str:
    kinds = {unicodedata.bidirectional(char) for char in text}
    other = {"R", "AL", "AN"} if direction == "ltr" else {"L"}
    return f"\u2068{text}\u2069" if kinds & other else text
