"""What really stands on a printed page: its letters, where they lie, what covers them, how dark their ground is."""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

DOTS = 2.5  # of a picture, for each point of the page
# What a reader of files leaves out, and what is put at the end of a line where a word is broken.
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\ufe0e\ufe0f\u2066\u2067\u2068\u2069\u2010\x02\ufffe-")
Box = tuple[float, float, float, float]


class Glyph(NamedTuple):
    """A sign on a page: its box in points from the lower left corner, its line, and in which text of the page it is."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    line: float
    drawn_by: int
    turned: bool


def glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Every sign of a page that can be seen. The page is taken apart for it.

    A reader of files takes a letter that stands close to its like for the same one, printed twice to be bold, and
    passes it over. It is read when the others are gone.
    """
    order = {_owner(each.raw): n for n, each in enumerate(_texts(page))}
    found: list[Glyph] = []
    while new := list(_glyphs(page.get_textpage(), order)):
        found += new
        known = {each.drawn_by for each in new}
        for each in _texts(page):
            if order[_owner(each.raw)] in known:
                page.remove_obj(each)
        if not any(each.get_bounds()[2] - each.get_bounds()[0] > 0.2 for each in _texts(page)):
            break
    return found


def _owner(text_object) -> int:
    return ctypes.addressof(text_object.contents) if text_object else 0


def _glyphs(text: pypdfium2.PdfTextPage, order: dict[int, int]) -> Iterator[Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for n in range(text.count_chars()):
        sign = raw.FPDFText_GetUnicode(text.raw, n)
        empty = sign <= 32 or chr(sign).isspace() or chr(sign) in UNSEEN - {"-", "\u2010"}
        if not empty and not raw.FPDFText_IsGenerated(text.raw, n):
            raw.FPDFText_GetCharOrigin(text.raw, n, x, y)
            owner = raw.FPDFText_GetTextObject(text.raw, n)
            angle = raw.FPDFText_GetCharAngle(text.raw, n)
            yield Glyph(chr(sign), *text.get_charbox(n), y.value, order[_owner(owner)], 1.5 < angle < 4.7)


def letters_of(texts: Iterable[str]) -> Counter[str]:
    """How often each sign stands in these texts, without spaces and what nobody sees.

    As a reader of files knows them: in their plainest form, a bracket no matter which way it opens, pictures by halves.
    """
    plain = (sign for text in texts for sign in unicodedata.normalize("NFKD", text))
    return Counter(
        half for sign in plain if not sign.isspace() and sign not in UNSEEN
        for half in ("(" if unicodedata.mirrored(sign) else sign if ord(sign) < 1 << 16 else _halves(sign))
    )  # fmt: skip


def _halves(sign: str) -> str:
    number = ord(sign) - 0x10000
    return chr(0xD800 + (number >> 10)) + chr(0xDC00 + (number & 0x3FF))


def within(found: Iterable[Glyph], box: Box) -> list[Glyph]:
    """Those whose middle lies in the box."""
    left, bottom, right, top = box
    return [
        each
        for each in found
        if left <= (each.left + each.right) / 2 < right and bottom <= (each.bottom + each.top) / 2 < top
    ]


def straddling(found: Iterable[Glyph], box: Box, edge: float) -> list[Glyph]:
    """Those that come nearer to the edge of the box than `edge`, or over it."""
    left, bottom, right, top = box[0] + edge, box[1] + edge, box[2] - edge, box[3] - edge
    return [
        each
        for each in found
        if each.left < left or each.right > right or each.bottom < bottom or each.top > top
    ]


def on_each_other(found: list[Glyph]) -> list[tuple[str, str]]:
    """Letters that lie on others: of two lines, or of two texts on one line. Marks lie where they will."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for each in found:
        for cell in _cells(each) if unicodedata.category(each.text) != "Mn" else ():
            cells.setdefault(cell, []).append(each)
    pairs = ((one, other) for near in cells.values() for n, one in enumerate(near) for other in near[:n])
    return sorted({(one.text, other.text) for one, other in pairs if _touch(one, other)})


def _cells(each: Glyph, size: float = 24) -> Iterator[tuple[int, int]]:
    for column in range(int(each.left // size), int(each.right // size) + 1):
        for row in range(int(each.bottom // size), int(each.top // size) + 1):
            yield column, row


def _touch(one: Glyph, other: Glyph) -> bool:
    if one.drawn_by == other.drawn_by:
        return False
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    if wide <= 0.3 or high <= 0.3:
        return False
    if abs(one.line - other.line) < 1.2:
        return wide > 0.6 * min(one.right - one.left, other.right - other.left)
    least = min(_area(one), _area(other))
    return wide * high > 0.3 * least


def _area(each: Glyph) -> float:
    return max(0.1, (each.right - each.left) * (each.top - each.bottom))


class Seen(NamedTuple):
    """A page looked at: the letters that nobody can see, and those on a ground that is too like them."""

    hidden: list[Glyph]
    faint: list[tuple[Glyph, float]]


def seen(page: pypdfium2.PdfPage, found: list[Glyph], least: float = 4.5) -> Seen:
    """What can be seen of these letters. The page is taken apart: its text objects are gone afterwards."""
    height = page.get_size()[1]
    colours = [_colour(each) for each in _texts(page)]
    whole = _picture(page)
    for each in _texts(page):
        page.remove_obj(each)
    ground = _picture(page)
    ink = ImageChops.difference(whole, ground).convert("L").point(lambda value: 255 if value > 40 else 0)
    hidden, faint = [], []
    for each in found:
        box = _pixels(each, height, whole.size)
        if ink.crop(box).getbbox() is None:
            hidden.append(each)
        worst = min(
            _contrast(colours[each.drawn_by], shade)
            for _many, shade in ground.crop(box).getcolors(1 << 16) or [(1, (255, 255, 255))]
        )
        if worst < least:
            faint.append((each, round(worst, 2)))
    return Seen(hidden, faint)


def _texts(page: pypdfium2.PdfPage) -> list[pypdfium2.PdfObject]:
    return list(page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=1))


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    return page.render(scale=DOTS).to_pil().convert("RGB")


def _pixels(each: Glyph, height: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, upper = max(0, int(each.left * DOTS)), max(0, int((height - each.top) * DOTS))
    right, lower = int(each.right * DOTS) + 1, int((height - each.bottom) * DOTS) + 1
    return left, upper, max(left + 1, min(right, size[0])), max(upper + 1, min(lower, size[1]))


def _colour(each: pypdfium2.PdfObject) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(each.raw, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    parts = (value / 255 for value in colour[:3])
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
