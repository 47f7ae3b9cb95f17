"""Rule: a booklet as the templates read it: every text cleaned, none longer than its place."""

from collections.abc import Container
from typing import Any

from minplan.booklet.clean import clean
from minplan.booklet.shape import Booklet, Said

# How many signs a text may have where it stands; what has no place of its own here has `MOST`.
LIMITS = {
    "name": 40, "role": 40, "title": 90, "what": 90, "why": 140, "turn": 70, "status": 60, "horizon": 150,
    "points": 130, "word": 16, "fact": 280, "text": 160, "place": 70, "labels": 160, "notes": 260,
    "words": 300, "quote": 300,
}  # fmt: skip
MOST = 100
NOTHING = "–"


def laid(found: Booklet, drawn: Container[int]) -> dict[str, Any]:
    """The booklet as plain data, fit to be printed with fonts that have `drawn`."""
    given = {name: getattr(found, name) for name in found.__slots__ if name != "at"}
    plainly = {name: plain(value, name, drawn, found.dir) for name, value in given.items()}
    return plainly | {"made": _unparted(plainly["made"])}


def plain(value: Any, name: str, drawn: Container[int], around: str) -> Any:
    """A part of it by its `name`, among words of the direction `around`."""
    if isinstance(value, Said):
        return _said(value, LIMITS.get(name, MOST), drawn, around)
    if hasattr(value, "_asdict"):
        return {each: plain(part, each, drawn, around) for each, part in value._asdict().items()}
    if isinstance(value, dict):
        return {each: plain(part, name, drawn, around) for each, part in value.items()}
    if isinstance(value, tuple):
        return [plain(each, name, drawn, around) for each in value]
    if name == "phone" and isinstance(value, str):
        return f"\u2066{clean(value, drawn, 30)}\u2069"  # a number runs from left to right among any letters
    return value


def _unparted(said: dict[str, Any]) -> dict[str, Any]:
    """The text with its last two words on one line: a number alone on the next one says nothing."""
    return said | {"t": "\u00a0".join(said["t"].rsplit(" ", 1)), "b": said["b"] and _unparted(said["b"])}


def _said(said: Said, most: int, drawn: Container[int], around: str) -> dict[str, Any]:
    beside = said.beside and _said(said.beside, most, drawn, around)
    # A heading that is empty is no heading, and a document with one is refused.
    return {"t": clean(said.text, drawn, most, around) or NOTHING, "l": said.lang, "d": said.dir, "b": beside or None}
