"""Where the pages of each format lie on its sheets, and what a look at a whole booklet finds wrong with it."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from booklets import MM
from must_stand import silently_missing
from on_paper import Box, Glyph, glyphs, letters_of, on_each_other, seen, straddling, within

from minplan.booklet import FORMATS, Booklet

A4, A6 = (210 * MM, 297 * MM), (105 * MM, 148 * MM)
SIZES = {"reading": A6, "a4-booklet": A4, "a5": A4[::-1], "zine": A4[::-1], "a4": A4, "large": A4}
# By format: how its pages lie on a sheet (columns, rows, size), and which on each side, the upper row first; those of
# the rows named stand on their heads.
FOLDED = {
    "a4-booklet": (2, 2, 0.952 * A6[0], 0.952 * A6[1], ((5, 4, 8, 1), (3, 6, 2, 7)), (0,)),
    "a5": (2, 1, 1.33 * A6[0], 1.33 * A6[1], ((8, 1), (2, 7), (6, 3), (4, 5)), ()),
    "zine": (4, 2, 70 * MM, 99 * MM, ((5, 4, 3, 2, 6, 7, 8, 1),), (0,)),
    "a4": (2, 2, 0.952 * A6[0], 0.952 * A6[1], ((1, 2, 4, 3), (5, 6, 7, 8)), ()),
}
EDGE = 0.03  # of its width: so near to the edge of its page no letter comes


class Field(NamedTuple):
    """The place of a page on a sheet: column and row, its box in points, and whether it stands on its head."""

    number: int
    spot: tuple[int, int]
    box: Box
    turned: bool


def fields(kind: str, direction: str) -> list[list[Field]]:
    """The pages on each sheet of a format."""
    if kind not in FOLDED:
        return [[Field(n + 1, (0, 0), (0, 0, *SIZES[kind]), False)] for n in range(FORMATS[kind])]
    columns, rows, width, height, sides, heads = FOLDED[kind]
    left, top = (SIZES[kind][0] - columns * width) / 2, (SIZES[kind][1] + rows * height) / 2
    found = []
    for side in sides:
        found.append([])
        for n, number in enumerate(side):
            row, column = divmod(n, columns)
            column = columns - 1 - column if direction == "rtl" else column
            x, y = left + column * width, top - row * height
            found[-1].append(Field(number, (column, row), (x, y - height, x + width, y), row in heads))
    return found


def faults(found: Booklet, kind: str, pdf: bytes, look: bool = True) -> Iterator[str]:
    """Everything that is wrong with a booklet on paper; `look`: also what eyes see, which takes longer."""
    sheets, whole = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(pdf)
    if len(sheets) != FORMATS[kind]:
        yield f"{len(sheets)} sides"
        return
    here: dict[int, Counter[str]] = {}
    for side, (sheet, places) in enumerate(zip(sheets, fields(kind, found.dir), strict=True), 1):
        if max(abs(a - b) for a, b in zip(sheet.get_size(), SIZES[kind], strict=True)) > 0.5:
            yield f"side {side} has the size {sheet.get_size()}"
        signs = glyphs(sheet)
        for place in places:
            mine = within(signs, place.box)
            here[place.number] = letters_of(each.text for each in mine)
            yield from _misplaced(place, mine)
        yield from _instructions(found, kind, side, [each for each in signs if not _placed(each, places)])
        yield from (f"side {side}: {one!r} lies on {other!r}" for one, other in on_each_other(signs)[:3])
        if look:
            shown = seen(whole[side - 1], signs)
            yield from (f"side {side}: nobody sees {each}" for each in shown.hidden[:2])
            yield from (f"side {side}: {each.text!r} has a contrast of {much}" for each, much in shown.faint[:2])
    yield from (f"page {numbers}: {texts} is missing" for numbers, texts in silently_missing(found, here))


def _placed(each: Glyph, places: list[Field]) -> bool:
    return any(within([each], place.box) for place in places)


def _instructions(found: Booklet, kind: str, side: int, around: list[Glyph]) -> Iterator[str]:
    """How to fold a sheet stands below its pages on the first side, on one line, where printers reach."""
    yield from (f"side {side}: {each} leaves it" for each in straddling(around, (0, 0, *SIZES[kind]), 2 * MM)[:2])
    said = found.labels.get(f"how-{kind}") if side == 1 else None
    if said and not letters_of([said.text]) <= letters_of(each.text for each in around):
        yield f"side {side} does not say how it is folded"
    if around and max(each.line for each in around) - min(each.line for each in around) > 2:
        yield f"side {side} says on several lines how it is folded"


def _misplaced(place: Field, mine: list[Glyph]) -> Iterator[str]:
    edge = EDGE * (place.box[2] - place.box[0])
    yield from (f"page {place.number}: {each} leaves it" for each in straddling(mine, place.box, edge)[:2])
    if any(each.turned != place.turned for each in mine):
        yield f"page {place.number} stands the wrong way up"
