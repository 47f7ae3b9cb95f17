"""What belongs to nobody: a blank booklet, and feelings as cards."""

import pypdfium2
import pytest
from answers import texts
from booklets import ADDRESS, MM, letters

from minplan import booklet, clock, content
from minplan.booklet import FORMATS


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
@pytest.mark.parametrize("kind", FORMATS)
def test_a_blank_booklet_has_every_page_and_nobodys_words(kind: str, lang: str) -> None:
    clock.start(clock.parse("2026-11-22"))
    found = booklet.blank(lang, ADDRESS, lang != "da")
    assert len(texts(booklet.make(found, kind))) == FORMATS[kind]
    assert (found.contact, found.meeting, found.token, found.circles) == (None, None, None, None)
    assert found.way and len(found.way.lanes) == 5 and not any(stop.here for stop in found.way.stops)


def test_a_blank_booklet_has_room_for_whoever_helps() -> None:
    pages = texts(booklet.make(booklet.blank("da", ADDRESS)))
    assert "Min læge skriver" in pages[6] and "Arbejdsstedet skriver" in pages[6]
    assert "112" in pages[7] and "Jeg hedder" in pages[0]


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_each_feeling_has_a_card_of_its_own(lang: str) -> None:
    pdf = booklet.feeling_cards(lang, lang != "da")
    (text,) = texts(pdf)
    usual = [each for each in content.feelings().values() if not each.extra]
    assert len(usual) == 16
    assert lang == "ar" or all(each.word in text for each in usual)
    page = pypdfium2.PdfDocument(pdf)[0]
    for each in letters(page):
        column = (each.left - 11 * MM) // (47 * MM)
        assert each.bottom < 10 * MM or column == (each.right - 11 * MM) // (47 * MM), "a word lies on two cards"
    assert pdf == booklet.feeling_cards(lang, lang != "da")
