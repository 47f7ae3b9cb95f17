"""Whatever stands in every place of a plan at once: it is a booklet, it is no markup, and it reads no file."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from booklets import booklet
from hypothesis import HealthCheck, given, settings, strategies as st
from on_paper import glyphs, letters_of
from sheets import faults

from minplan import booklet as room
from minplan.booklet import FORMATS, Booklet, make
from minplan.booklet.clean import CANNOT
from minplan.booklet.shape import Said

TEMPLATES = Path(room.__file__).parent / "typst"
MARKUP = [
    '#import "@preview/cetz:0.1": *', '#read("/etc/passwd")', '#include "text.typ"', "#sys.inputs", '#eval("1+1")',
    '"]}) #panic("ran")', "$x^2$ `raw` *b* _i_ <label> @ref", "\\u{41} \\n // /* = - + \\#", '"}, "format": "page", {"',
    "{{ 1 }} {% x %} <script>alert(1)</script>", "'; DROP TABLE plan; --",
]  # fmt: skip
# Each with what has to be seen of it.
LETTERS = [
    ("你好 ไทย हिन्दी", CANNOT), ("\ufeffBOM", "BOM"), ("a\x00b\x07c", f"a{CANNOT}b{CANNOT}c"),
    ("\ud800x", f"{CANNOT}x"), ("\uffff\U0001fffe\ue000", CANNOT), ("\u202etxet desrever\u2066", "txet desrever"),
    ("→ ✓ ☐ □ ①", CANNOT),
    ("a\u0337\u0322\u031b\u0354\u0316\u0317\u0318b" * 20, CANNOT), ("a" * 10_000, "aaaa…"),
    ("W" * 10_000, "WWWW…"), ("ord " * 2500, "ord…"),
    ("😀" * 10_000, "😀"),
    ("\U0001f469\u200d\U0001f469\u200d\U0001f467 🇩🇰 \U0001f44d\U0001f3fd \u2764\ufe0f", "\u2764"),
    ("\u0301" * 10_000, ""), ("السلام (OK) عليكم 12" * 600, "السلام"), ("\u2067" * 90, "–"), ("\u2069\u2069x", "x"),
    (" \u200b\r\n", "–"), ("ﷺ" * 99, ""), ("ا" * 10_000, "ا…"), ("ሀ" * 10_000, "ሀ…"),
]  # fmt: skip


def flooded(found: Booklet, text: str) -> Booklet:
    """The booklet with this text in every place where somebody, or a municipality, could write."""
    places = ("name", "contact", "meeting", "way", "points", "mine", "theirs", "wins", "rights", "help")
    return replace(found, **{name: _soaked(getattr(found, name), text, name) for name in places})


def _soaked(value: Any, text: str, name: str = "") -> Any:
    if name in ("label", "lanes", "summary", "status"):
        return value
    if isinstance(value, Said):
        return value._replace(text=text, beside=_soaked(value.beside, text))
    if hasattr(value, "_asdict"):
        return value._replace(**{each: _soaked(part, text, each) for each, part in value._asdict().items()})
    if isinstance(value, tuple):
        return tuple(_soaked(each, text) for each in value)
    return text if name == "phone" else value


def _letters(pdf: bytes) -> str:
    return "".join(each.text for page in pypdfium2.PdfDocument(pdf) for each in glyphs(page))


@pytest.mark.parametrize(("text", "shown"), LETTERS, ids=range(len(LETTERS)))
def test_every_place_of_a_plan_may_be_full_of_it(text: str, shown: str) -> None:
    kind = [*FORMATS][len(text) % len(FORMATS)]
    lang = ("da", "ar", "ti")[len(text) % 3]
    found = flooded(booklet(lang, 1, 3, beside=len(text) % 2 == 0), text)
    pdf = make(found, kind)
    wrong = faults(found, kind, pdf, look=False)
    assert [each for each in wrong if "is missing" not in each and "lies on" not in each] == []
    assert letters_of([shown]) <= letters_of([_letters(pdf)])


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_was_said(text: str) -> None:
    pdf = make(flooded(booklet("da", 1, 2), text), "reading")
    seen = _letters(pdf)
    assert letters_of([text]) <= letters_of([seen])
    assert "root:x:" not in seen and "hyphenate" not in seen
    assert len(pypdfium2.PdfDocument(pdf)) == 8


def test_no_template_runs_what_it_is_given_or_opens_what_is_not_its_own() -> None:
    own = {each.name: each.read_text("utf-8") for each in TEMPLATES.glob("*.typ")}
    for name, code in own.items():
        assert not re.search(r"\b(eval|read|plugin|include|csv|yaml|toml|xml)\(|@preview", code), name
        assert set(re.findall(r'#(?:import|include) "([^"]+)"', code)) <= own.keys()
        assert set(re.findall(r"json\(([^)]*)\)?", code)) <= {"bytes(sys.inputs.data"}, name


@given(st.text(max_size=300), st.sampled_from(["da", "ar"]))
@settings(deadline=None, max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_at_all_is_a_booklet(text: str, lang: str) -> None:
    assert len(pypdfium2.PdfDocument(make(flooded(booklet(lang, 1, 2), text), "reading"))) == 8
