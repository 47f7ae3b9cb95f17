"""What is said to fit without being measured does: the rule never says too little."""

import pypdfium2
import pytest
from booklets import EVERY, LANGUAGES, booklet, letters

from minplan.booklet import glyphs, make
from minplan.booklet.making import data_of

SIZE, GAP = 9.6, 1.1  # of the letters on a page, in points, and between two of its items


@pytest.mark.parametrize("lang", EVERY)
def test_a_list_is_never_higher_than_the_rule_says(lang: str) -> None:
    for number in range(6):
        found = booklet(lang, number, 1 + number % 4, 3 + 4 * number, beside=number % 2 == 1)
        page = pypdfium2.PdfDocument(make(found))[3]
        top = page.get_size()[1] - (9 + 3.2) / 25.4 * 72 - 2.7 * SIZE  # below the heading
        lowest = min(each.bottom for each in letters(page) if each.bottom > 40)  # above the number of the page
        need = data_of(found, "reading")["need"]["points"] + GAP * (len(found.points or ()) - 1)
        assert top - lowest <= (need + 0.5) * SIZE, "with what hangs below the last line"


def test_letters_are_as_wide_as_the_font_says() -> None:
    regular, bold = glyphs.widths(), glyphs.widths(bold=True)
    assert (regular[ord("i")], regular[ord("W")]) == (0.258, 0.93) and bold[ord("W")] > regular[ord("W")]
    assert glyphs.drawn() == set(regular) and all(0 <= wide < 4 for wide in regular.values())
    for words in LANGUAGES.values():
        assert all(regular[ord(sign)] > 0 for sign in words if sign.isalpha())
