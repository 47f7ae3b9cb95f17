"""Which characters the printed fonts can draw. A character that they cannot would stop the whole booklet."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from struct import unpack_from

FONTS = Path(__file__).with_name("fonts")
_UNICODE = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))  # the tables of a font that speak Unicode, the largest first


@cache
def drawn() -> frozenset[int]:
    """Every code point that one of the fonts has a drawing for."""
    return frozenset(point for file in sorted(FONTS.glob("*.ttf")) for point in characters(file.read_bytes()))


def characters(font: bytes) -> Iterator[int]:
    """The code points of one font's character map (format 4 or 12)."""
    start = _table(font, b"cmap")
    count = unpack_from(">H", font, start + 2)[0]
    found = {
        (platform, encoding): start + offset
        for platform, encoding, offset in (unpack_from(">HHI", font, start + 4 + 8 * n) for n in range(count))
    }
    place = next(found[kind] for kind in _UNICODE if kind in found)
    form = unpack_from(">H", font, place)[0]
    yield from _groups(font, place) if form == 12 else _segments(font, place)


def _table(font: bytes, name: bytes) -> int:
    count = unpack_from(">H", font, 4)[0]
    rows = (unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    return int(next(offset for tag, _sum, offset, _length in rows if tag == name))


def _groups(font: bytes, place: int) -> Iterator[int]:
    for n in range(unpack_from(">I", font, place + 12)[0]):
        first, last, _glyph = unpack_from(">III", font, place + 16 + 12 * n)
        yield from range(first, last + 1)


def _segments(font: bytes, place: int) -> Iterator[int]:
    many = unpack_from(">H", font, place + 6)[0]
    for at in range(place + 14, place + 14 + many, 2):
        last, first = unpack_from(">H", font, at)[0], unpack_from(">H", font, at + many + 2)[0]
        yield from (point for point in range(first, last + 1) if point != 0xFFFF)
