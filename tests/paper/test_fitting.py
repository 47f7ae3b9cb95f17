"""What is said to fit without being measured does: the rule never says too little."""

from typing import Any

import pypdfium2
import pytest
from booklets import EVERY, LANGUAGES, booklet, letters

from minplan.booklet import Booklet, glyphs, make
from minplan.booklet.fitting import fit
from minplan.booklet.joined import joined
from minplan.booklet.laying import laid
from minplan.booklet.making import data_of
from minplan.booklet.page import POCKET
from minplan.booklet.spread import EACH

SIZE, GAP = 9.6, 1.1  # of the letters on a page, in points, and between two of its items


@pytest.mark.parametrize("lang", EVERY)
def test_a_list_is_never_higher_than_the_rule_says(lang: str) -> None:
    for number in range(6):
        found = booklet(lang, number, 1 + number % 4, 3 + 4 * number, beside=number % 2 == 1)
        page = pypdfium2.PdfDocument(make(found))[3]
        top = page.get_size()[1] - (9 + 3.2) / 25.4 * 72 - 2.7 * SIZE  # below the heading
        lowest = min(each.bottom for each in letters(page) if each.bottom > 40)  # above the number of the page
        need = data_of(found, "reading")["need"]["points"][0][1] + GAP * (len(found.points or ()) - 1)
        assert top - lowest <= (need + 0.5) * SIZE, "with what hangs below the last line"


@pytest.mark.parametrize("lang", EVERY)
def test_no_step_is_higher_than_the_rule_says(lang: str) -> None:
    for number in range(6):
        found = booklet(lang, number, 1 + 2 * number, 3 + 3 * number, beside=number % 2 == 1)
        way, pdf = data_of(found, "reading")["way"], pypdfium2.PdfDocument(make(found))
        for page, side, first in ((pdf[1], way["sides"][0], POCKET.head), (pdf[2], way["sides"][1], 0)):
            upper = POCKET.h - POCKET.top - first - POCKET.lane * 0.95
            tops = [upper - row["top"] for row in side["rows"]]
            for row, top, end in zip(side["rows"], tops, (*tops, upper - side["high"])[1:], strict=True):
                mine = [each.bottom for each in letters(page) if end < (each.top + each.bottom) / 2 <= top]
                hangs = 0.5 * way["size"]  # what hangs below the last line
                assert top - min(mine) <= _high(found, row["stop"], way["size"]) + hangs, (number, row["stop"])


def _high(found: Booklet, wanted: dict[str, Any], size: float) -> float:
    """In points, by the rule."""
    given = fit(joined(laid(found, glyphs.drawn()) | {"shown-address": ""}, few=False), POCKET)
    stop = next(each for each in given["way"]["stops"] if wanted.items() <= each.items())
    return float(stop["high"][EACH.index(round(size / POCKET.base, 2))] * size)


def test_letters_are_as_wide_as_the_font_says() -> None:
    regular, bold = glyphs.widths(), glyphs.widths(bold=True)
    assert (regular[ord("i")], regular[ord("W")]) == (0.258, 0.93) and bold[ord("W")] > regular[ord("W")]
    assert glyphs.drawn() == set(regular) and all(0 <= wide < 4 for wide in regular.values())
    for words in LANGUAGES.values():
        assert all(regular[ord(sign)] > 0 for sign in words if sign.isalpha())
