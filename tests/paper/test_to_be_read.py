"""The pages to be read: tagged by the standard, in their language, the same text as was said, and the same bytes."""

import ctypes
import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import page as standard
import pypdfium2
import pytest
import zxingcpp
from booklets import ADDRESS, EVERY, LANGUAGES, RTL, booklet
from on_paper import glyphs, letters_of
from pypdfium2 import raw

from minplan.booklet import FORMATS, make
from minplan.booklet.shape import Said


@pytest.mark.parametrize("lang", EVERY)
@pytest.mark.parametrize("kind", ["reading", "large"])
def test_it_keeps_every_rule_of_the_standard(kind: str, lang: str) -> None:
    for beside in (False, True):
        report = standard.validate_pdf_bytes(make(booklet(lang, 2, beside=beside), kind), profile="ua1")
        assert report.is_compliant, [each.message for each in report.failures]
        assert report.rules.total > 100


@pytest.mark.parametrize("lang", EVERY)
def test_what_is_copied_from_it_has_the_letters_that_were_said(lang: str) -> None:
    """Each line has every letter and every mark once. Two that one drawing holds may change places, and no others."""
    words = [word for word in LANGUAGES[lang].split() if len(word) > 1]
    said = tuple(Said(word, lang, "rtl" if lang in RTL else "ltr") for word in words)
    page = pypdfium2.PdfDocument(make(replace(booklet(lang), points=said), "reading"))[3]
    found = [line for line in _lines(page) if not line.isdigit()][-len(words):]
    assert [sorted(line) for line in found] == [sorted(word) for word in words]
    for line, word in zip(found, words, strict=True):
        moved = [abs(n - word.index(sign)) for n, sign in enumerate(line) if line.count(sign) == 1]
        assert max(moved, default=0) <= 1, (line, word)


def test_what_a_reader_of_files_does_with_the_marks_of_a_letter_has_a_bound() -> None:
    """A letter with marks that are drawn apart is read once for each drawing: letters are doubled, and none is lost."""
    words = ("قًا", "مُدَرِّسَة", "لا", "الله", "آسف", "سؤال", "شيءٌ")
    page = pypdfium2.PdfDocument(make(replace(booklet("ar"), points=tuple(Said(w, "ar", "rtl") for w in words))))[3]
    read = letters_of(each.text for each in glyphs(page))
    for sign, many in letters_of(words).items():
        assert many <= read[sign], sign


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    """What stands on each base line, the upper one first, each in the order in which it is copied."""
    text, y = page.get_textpage(), ctypes.c_double()
    lines: dict[int, str] = {}
    for n in range(text.count_chars()):
        if not raw.FPDFText_IsGenerated(text.raw, n):
            raw.FPDFText_GetCharOrigin(text.raw, n, ctypes.c_double(), y)
            lines[round(y.value)] = lines.get(round(y.value), "") + chr(raw.FPDFText_GetUnicode(text.raw, n))
    return [lines[at] for at in sorted(lines, reverse=True)]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_square_leads_to_the_sign_in_and_holds_nothing_else(kind: str) -> None:
    for lang in ("da", "ar"):
        pdf = pypdfium2.PdfDocument(make(booklet(lang, 1), kind))
        seen = [code.text for page in pdf for code in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())]
        assert seen == [ADDRESS]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_plan_is_the_same_bytes(kind: str) -> None:
    found = booklet("ar", 4)
    assert make(found, kind) == make(booklet("ar", 4), kind)
    assert make(replace(found, at=found.at + timedelta(days=1)), kind) != make(found, kind)


def test_another_process_makes_the_same_bytes_whatever_it_made_before() -> None:
    code = "import sys, booklets; from minplan.booklet import make; make(booklets.booklet('da', 2), 'zine');" \
           "sys.stdout.buffer.write(make(booklets.booklet('ar', 4), 'reading'))"  # fmt: skip
    path = os.pathsep.join(filter(None, (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert told.stdout == make(booklet("ar", 4), "reading")


def test_many_at_once_get_each_their_own() -> None:
    wanted = {n: make(booklet("da", n, 2), "reading") for n in range(6)}
    wrong: list[int] = []

    def ask(n: int) -> None:
        if make(booklet("da", n, 2), "reading") != wanted[n]:
            wrong.append(n)

    threads = [threading.Thread(target=ask, args=(n % 6,)) for n in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
