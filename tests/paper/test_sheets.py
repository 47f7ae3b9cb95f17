"""Every format has its pages where they belong, and every word is there to be seen, or the page says there is more."""

from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
from booklets import EVERY, MM, booklet
from nasty import nasty
from on_paper import glyphs, on_each_other, seen
from pypdfium2 import raw
from sheets import faults

from minplan.booklet import FORMATS, Booklet, make, picture
from minplan.booklet.making import data_of
from minplan.booklet.shape import Said, Stop

MANY = ((0, 1, False), (30, 14, True))  # nothing to say, and far too much


@cache
def _made(kind: str, lang: str, number: int) -> bytes:
    return make(nasty(lang, number), kind)


@pytest.mark.parametrize("lang", EVERY)
@pytest.mark.parametrize("number", range(len(FORMATS)))
def test_whatever_a_plan_says_stands_on_its_own_page_or_is_announced_there(number: int, lang: str) -> None:
    kind = [*FORMATS][number]
    assert list(faults(nasty(lang, number), kind, _made(kind, lang, number), look=False)) == []


@pytest.mark.parametrize("kind", FORMATS)
def test_so_it_does_when_there_is_nothing_and_when_there_is_too_much(kind: str) -> None:
    for lang, (many, words, beside) in zip(("ar", "da"), MANY, strict=True):
        found = booklet(lang, many, many, words, beside)
        assert list(faults(found, kind, make(found, kind), look=False)) == []


@pytest.mark.parametrize("state", ["done", "later", "landmark"])
def test_a_way_may_lie_behind_or_ahead_as_a_whole(state: str) -> None:
    found = booklet("da", 3, 40, 8)
    stops = tuple(stop._replace(state=state, here=False) for stop in found.way.stops) if found.way else ()
    whole = replace(found, way=found.way and found.way._replace(stops=stops))
    for kind in ("reading", "zine"):
        assert list(faults(whole, kind, make(whole, kind), look=False)) == []


@pytest.mark.parametrize(("kind", "lang"), [("reading", "en"), ("zine", "ar"), ("a4", "ti")])
def test_every_letter_can_be_seen_on_a_ground_of_another_shade(kind: str, lang: str) -> None:
    found = booklet(lang, 2, 5, 5, beside=True)
    assert list(faults(found, kind, make(found, kind))) == []


@pytest.mark.parametrize("name", ["Anne-Margrethe", "Bartholomæus K", "Wilhelmina Ågård", "Maria-Alexandra", "W" * 40])
def test_no_name_stands_on_the_land(name: str) -> None:
    page = pypdfium2.PdfDocument(make(replace(booklet("da", 1, 1), name=Said(name, "und", "ltr"))))[0]
    lines = {(148 * MM - each.line) / MM for each in glyphs(page)}
    assert not [line for line in lines if 28 < line < 90]


# No language says where a name could be broken.
@pytest.mark.parametrize("name", ["Konstantinos", "Annemargrethe", "Thiruvenkatanathan", "عبدالرحمنالحسيني", "Åse Ọ́lá"])
@pytest.mark.parametrize("kind", ["reading", "zine"])
def test_every_name_has_room_on_the_cover(kind: str, name: str) -> None:
    found = replace(booklet("da", 1, 3), name=Said(name, "und", "ltr"))
    assert list(faults(found, kind, make(found, kind))) == []


def test_the_preview_shows_what_comes_out() -> None:
    found = booklet("da", 1, 3)
    small, usual, again = (picture(found, 2, kind) for kind in ("zine", "a4-booklet", "reading"))
    assert small != usual == again


@pytest.mark.parametrize("kind", ["reading", "zine"])
def test_help_lines_of_nobody_and_a_contact_without_a_role_have_room(kind: str) -> None:
    full = booklet("en", 3, 4)
    assert full.contact
    lines = tuple(each._replace(name=None) for each in full.help) * 3
    found = replace(full, help=lines, contact=full.contact._replace(role=None))
    assert list(faults(found, kind, make(found, kind))) == []


def test_a_way_of_landmarks_alone_is_on_paper() -> None:
    full = booklet("da", 1, 3)
    assert full.way
    marks = tuple(Stop("landmark", 0, Said(f"Delmål {n}", "da", "ltr")) for n in range(60))
    way = data_of(replace(full, way=full.way._replace(stops=marks)), "reading")["way"]
    assert all(side["rows"] for side in way["sides"])


@pytest.mark.parametrize("lang", EVERY)
def test_every_font_lies_in_the_file(lang: str) -> None:
    for page in pypdfium2.PdfDocument(_made("a4-booklet", lang, 0)):
        fonts = [raw.FPDFTextObj_GetFont(each.raw) for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=9)]
        assert fonts and all(raw.FPDFFont_GetIsEmbedded(font) for font in fonts)


def _page(found: Booklet) -> pypdfium2.PdfPage:
    return pypdfium2.PdfDocument(make(found, "reading"))[3]


def test_what_looks_for_faults_would_find_them() -> None:
    """Words that are left out, letters on letters, and letters under a picture: each is seen by whoever looks."""
    found = booklet("da", 1)
    missing = make(found.__class__(**{name: getattr(found, name) for name in found.__slots__} | {"points": ()}))
    assert any("is missing" in each for each in faults(found, "reading", missing, look=False))
    assert any("size" in each for each in faults(found, "large", make(found, "reading"), look=False))
    signs = glyphs(_page(found))
    assert on_each_other([*signs, *(each._replace(line=each.line + 3, drawn_by=-1) for each in signs)])
    moved = [each._replace(left=5.0, right=9.0, bottom=5.0, top=9.0) for each in signs[:1]]
    assert seen(_page(found), moved).hidden == moved
