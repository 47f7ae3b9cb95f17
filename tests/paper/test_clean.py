"""What paper cannot show is replaced where everybody sees it; nothing is lost in silence, nothing is ever markup."""

import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
from booklets import booklet, letters
from hypothesis import given, settings, strategies as st

from minplan.booklet import glyphs, make
from minplan.booklet.clean import CANNOT, MORE, clean
from minplan.booklet.laying import LIMITS
from minplan.booklet.shape import Said

DRAWN = glyphs.drawn()
HOSTILE = [
    "你好", "\ufeffBOM", "a\x00b\x07c", "\ud800", "\ue000", "\u202etxet desrever", "a\u0337\u0322\u031b\u0354b" * 20,
    "→ ✓ ☐ □ ①", '#import "@preview/cetz:0.1": *', '#read("/etc/passwd")', '"]}) #panic()', "$x^2$ `raw` *b* _i_",
    "<script>alert(1)</script>", "\\u{41} \\n", "a" * 4000, "W" * 200, "😀" * 300, "\u0301\u0301\u0301", "ord " * 2500,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd \u2764\ufe0f", "السلام (OK) عليكم 12",
    "\u2067\u2067\u2067", "\u2069\u2069x", " ", "\u200b",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_somebody_wrote_it_is_still_a_booklet(text: str) -> None:
    found = booklet("da", 1)
    said = Said(text, "da", "ltr")
    whole = replace(
        found,
        name=said,
        points=(said, said),
        wins=tuple(win._replace(text=said, by=said) for win in found.wins or ()),
        mine=tuple(deal._replace(what=said) for deal in found.mine or ()),
        way=found.way and found.way._replace(stops=tuple(stop._replace(title=said) for stop in found.way.stops)),
    )
    pdf = pypdfium2.PdfDocument(make(whole, "reading"))
    assert len(pdf) == 8
    for page in pdf:
        width, height = page.get_size()
        for each in letters(page):
            assert each.left > 0 and each.right < width and each.bottom > 0 and each.top < height, each


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Jeg vil 你 lære", f"Jeg vil {CANNOT} lære"),
        ("你好你好你好", CANNOT * 3),
        ("a\x07b", f"a{CANNOT}b"),
        ("e\u0301n aften", "én aften"),
        ("\u202enem", "nem"),
        ("to\n\tlinjer", "to linjer"),
        ("Ring 😀", "Ring 😀"),
        ("#panic() $x$", "#panic() $x$"),
        ("\u2068Bo\u2069 ringer", "\u2068Bo\u2069 ringer"),
        ("\u2069Bo", "Bo"),
        ("\u2067Bo", "\u2067Bo\u2069"),
    ],
)
def test_what_is_shown_for_what_was_said(said: str, shown: str) -> None:
    assert clean(said, DRAWN, 100) == shown


def test_a_text_that_is_too_long_says_that_there_was_more() -> None:
    shown = clean("ord " * 100, DRAWN, 40)
    assert len(shown) <= 40 and shown.endswith(MORE)
    assert clean("kort", DRAWN, 4) == "kort"


def test_words_of_the_other_direction_are_kept_apart() -> None:
    assert clean("Biblioteket (OK)", DRAWN, 100, "rtl") == "\u2068Biblioteket (OK)\u2069"
    assert clean("المكتبة", DRAWN, 100, "ltr") == "\u2068المكتبة\u2069"
    assert clean("المكتبة 12", DRAWN, 100, "rtl") == "المكتبة 12"


def test_a_word_without_end_finds_places_to_break() -> None:
    assert max(map(len, clean("a" * 100, DRAWN, 200).split("\u200b"))) <= 6
    assert "\u200b" not in clean("familiesammenføringen", DRAWN, 200)


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=300)
def test_everything_that_is_left_can_be_drawn_and_no_letter_is_lost(text: str) -> None:
    shown = clean(text, DRAWN, 400)
    unseen = " \u2066\u2067\u2068\u2069\u200b\u200c\u200d\ufe0e\ufe0f"
    assert not [char for char in shown if ord(char) not in DRAWN and char not in unseen]
    kept = [c for c in unicodedata.normalize("NFC", text) if c.isalnum() and ord(c) in DRAWN]
    assert [c for c in shown if c.isalnum()] == kept


def test_the_fonts_have_what_the_languages_need() -> None:
    for alphabet in ("æøåÆØÅéü", "абвгґєії", "ابتثپچژگکیء", "ሀለሐመ፣።", "şğıțăłż", "0123456789+–…“”•"):
        assert {ord(c) for c in alphabet} <= DRAWN
    assert 0x4F60 not in DRAWN and ord(CANNOT) in DRAWN and ord(MORE) in DRAWN


def test_no_place_for_words_is_without_an_end() -> None:
    assert max(LIMITS.values()) <= 300
