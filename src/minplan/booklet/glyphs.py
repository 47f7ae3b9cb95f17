"""Which characters the printed fonts can draw, and how wide. One that they cannot would stop the whole booklet."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from struct import unpack_from

FONTS = Path(__file__).with_name("fonts")
_FAMILIES = ("NotoSans_", "Vazirmatn_", "NotoSansEthiopic_", "NotoEmoji_")  # in the order in which they are asked
_UNICODE = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))  # the tables of a font that speak Unicode, the largest first


@cache
def drawn() -> frozenset[int]:
    """Every code point that one of the fonts has a drawing for."""
    return frozenset(point for file in sorted(FONTS.glob("*.ttf")) for point in characters(file.read_bytes()))


@cache
def widths(bold: bool = False) -> Mapping[int, float]:
    """How far each code point moves the pen, in the size of the letters, before letters are fitted to each other."""
    found: dict[int, float] = {}
    for family in reversed(_FAMILIES):
        files = sorted(FONTS.glob(f"{family}*.ttf"))
        font = files[-1 if bold else 0].read_bytes()
        found |= dict(_advances(font))
    return found


def _advances(font: bytes) -> Iterator[tuple[int, float]]:
    unit = unpack_from(">H", font, _table(font, b"head") + 18)[0]
    measured = unpack_from(">H", font, _table(font, b"hhea") + 34)[0]
    place = _table(font, b"hmtx")
    for point, glyph in mapped(font):
        yield point, unpack_from(">H", font, place + 4 * min(glyph, measured - 1))[0] / unit


def characters(font: bytes) -> Iterator[int]:
    """The code points of one font's character map (format 4 or 12)."""
    return (point for point, _glyph in mapped(font))


def mapped(font: bytes) -> Iterator[tuple[int, int]]:
    """Each code point with the number of the glyph that stands for it."""
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


def _groups(font: bytes, place: int) -> Iterator[tuple[int, int]]:
    for n in range(unpack_from(">I", font, place + 12)[0]):
        first, last, glyph = unpack_from(">III", font, place + 16 + 12 * n)
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segments(font: bytes, place: int) -> Iterator[tuple[int, int]]:
    many = unpack_from(">H", font, place + 6)[0]
    for at in range(place + 14, place + 14 + many, 2):
        last, first, delta, shift = (unpack_from(">H", font, at + row)[0] for row in _rows(many))
        for point in range(first, min(last, 0xFFFE) + 1):
            spot = at + 2 + 3 * many + shift + 2 * (point - first)
            glyph = unpack_from(">H", font, spot)[0] if shift else point
            yield point, (glyph + delta) % 65536 if glyph or not shift else 0


def _rows(many: int) -> tuple[int, int, int, int]:
    """Where the end, the start, the difference and the way to the list of a segment stand, from its end on."""
    return 0, many + 2, 2 * many + 2, 3 * many + 2
