"""What paper cannot show is replaced where everybody sees it, and nothing is lost in silence."""

import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from minplan.booklet import glyphs
from minplan.booklet.clean import CANNOT, MORE, clean
from minplan.booklet.laying import LIMITS

DRAWN = glyphs.drawn()
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
        ("ไทย og 你", f"{CANNOT * 3} og {CANNOT}"),
        ("\u2067\u200d\u2067", ""),
        ("a\ud800b\uffffc", f"a{CANNOT}b{CANNOT}c"),
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
