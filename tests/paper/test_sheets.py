"""Every format has its pages, in the order in which they lie on the sheets, and nothing outside its page."""

from itertools import combinations

import pypdfium2
import pytest
from booklets import EVERY, MM, Letter, booklet, letters, quiet
from pypdfium2 import raw

from minplan.booklet import FORMATS, make

A4 = (210 * MM, 297 * MM)
A6 = (105 * MM, 148 * MM)
SIZES = {"reading": A6, "a4-booklet": A4, "a5": A4[::-1], "zine": A4[::-1], "a4": A4, "large": A4}
# By format: how a page lies on its sheet (columns, rows, size), and which pages lie on each side, the upper row first;
# those of the rows named stand on their heads.
SHEETS = {
    "a4-booklet": (2, 2, 0.952 * A6[0], 0.952 * A6[1], ((5, 4, 8, 1), (3, 6, 2, 7)), (0,)),
    "a5": (2, 1, 1.33 * A6[0], 1.33 * A6[1], ((8, 1), (2, 7), (6, 3), (4, 5)), ()),
    "zine": (4, 2, 70 * MM, 99 * MM, ((5, 4, 3, 2, 6, 7, 8, 1),), (0,)),
    "a4": (2, 2, 0.952 * A6[0], 0.952 * A6[1], ((1, 2, 3, 4), (5, 6, 7, 8)), ()),
}


def _open(pdf: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf)


@pytest.mark.parametrize("lang", EVERY)
@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_has_its_pages_whatever_there_is_to_say(kind: str, lang: str) -> None:
    for many, words, beside in ((0, 1, False), (4, 6, True), (30, 14, False)):
        pdf = _open(make(booklet(lang, many, many, words, beside), kind))
        assert len(pdf) == FORMATS[kind]
        for page in pdf:
            assert page.get_size() == pytest.approx(SIZES[kind], abs=0.5)
            assert _outside(list(letters(page)), *page.get_size()) == []


def _outside(found: list[Letter], width: float, height: float, edge: float = 2 * MM) -> list[Letter]:
    return [
        each
        for each in found
        if each.left < edge or each.right > width - edge or each.bottom < edge or each.top > height - edge
    ]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("kind", SHEETS)
def test_the_numbers_of_the_pages_lie_where_the_folds_need_them(kind: str, direction: str) -> None:
    columns, rows, width, height, sides, heads = SHEETS[kind]
    pdf = _open(make(quiet(direction), kind))
    for page, order in zip(pdf, sides, strict=True):
        whole = page.get_size()
        found = {}
        for each in letters(page):
            if each.text.isdigit():
                assert each.text not in found, "a number that is no page's"
                found[each.text] = each
        assert sorted(found) == sorted(str(number) for number in order if number != 1)
        for n, number in enumerate(order):
            if number == 1:
                continue  # a cover has none
            row, column = divmod(n, columns)
            column = columns - 1 - column if direction == "rtl" else column
            left = (whole[0] - columns * width) / 2 + column * width
            top = whole[1] - (whole[1] - rows * height) / 2 - row * height
            each = found[str(number)]
            assert (each.left + each.right) / 2 == pytest.approx(left + width / 2, abs=3), number
            from_top = top - (each.top + each.bottom) / 2
            assert (from_top < 0.08 * height) if row in heads else (from_top > 0.92 * height), number


@pytest.mark.parametrize("kind", SHEETS)
def test_no_page_reaches_into_another(kind: str) -> None:
    columns, rows, width, height, _sides, _heads = SHEETS[kind]
    for lang in ("da", "ar"):
        for page in _open(make(booklet(lang, 3, 20, 12), kind)):
            whole = page.get_size()
            left, low = (whole[0] - columns * width) / 2, (whole[1] - rows * height) / 2
            for each in letters(page):
                if low < each.bottom and each.top < whole[1] - low:  # the line for whoever folds stands outside
                    assert int((each.left - left) // width) == int((each.right - left) // width), each
                    assert int((each.bottom - low) // height) == int((each.top - low) // height), each


@pytest.mark.parametrize("lang", EVERY)
@pytest.mark.parametrize("beside", [False, True])
def test_no_words_stand_on_others(lang: str, beside: bool) -> None:
    for number in range(4):
        for page in _open(make(booklet(lang, number, 3 + 7 * number, 4 + 5 * number, beside), "reading")):
            assert _on_each_other(page) == []


def _on_each_other(page: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    """Lines of text that share more than a fifth of the lower one's height and some of its width."""
    lines = _lines(page)
    return [
        (one[4], other[4])
        for one, other in combinations(lines, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 2
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.45 * min(one[3] - one[1], other[3] - other[1])
        and abs(one[1] - other[1]) > 1.2
    ]


def _lines(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float, str]]:
    """What stands on one base line without a gap: its box, from the x-heights of its letters, and its words."""
    text = page.get_textpage()
    lines: list[tuple[float, float, float, float, str]] = []
    for n in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(n)
        lines.append((left, bottom, right, top, text.get_text_bounded(left, bottom, right, top)))
    return lines


@pytest.mark.parametrize("lang", EVERY)
def test_every_font_lies_in_the_file(lang: str) -> None:
    for page in _open(make(booklet(lang, 1, beside=True), "a4-booklet")):
        fonts = [raw.FPDFTextObj_GetFont(each.raw) for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=9)]
        assert fonts and all(raw.FPDFFont_GetIsEmbedded(font) for font in fonts)
