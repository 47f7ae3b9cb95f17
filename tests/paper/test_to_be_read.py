"""The pages to be read: tagged by the standard, in their language, the same text as was said, and the same bytes."""

import threading
from dataclasses import replace
from datetime import timedelta

import page as standard
import pypdfium2
import pytest
import zxingcpp
from booklets import ADDRESS, EVERY, LANGUAGES, RTL, booklet

from minplan.booklet import FORMATS, make
from minplan.booklet.shape import Said

MARKS = str.maketrans("", "", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654\u200c\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("lang", EVERY)
@pytest.mark.parametrize("kind", ["reading", "large"])
def test_it_keeps_every_rule_of_the_standard(kind: str, lang: str) -> None:
    for beside in (False, True):
        report = standard.validate_pdf_bytes(make(booklet(lang, 2, beside=beside), kind), profile="ua1")
        assert report.is_compliant, [each.message for each in report.failures]
        assert report.rules.total > 100


@pytest.mark.parametrize("lang", EVERY)
def test_what_is_copied_from_it_has_the_letters_that_were_said(lang: str) -> None:
    """A reader may turn round the two letters of a ligature; none is doubled and none is lost."""
    words = LANGUAGES[lang].split()
    said = tuple(Said(word, lang, "rtl" if lang in RTL else "ltr") for word in words)
    pdf = pypdfium2.PdfDocument(make(replace(booklet(lang), points=said), "reading"))
    text = pdf[3].get_textpage().get_text_range().translate(MARKS).replace("\u00ad", "")
    found = {"".join(sorted(word)) for word in text.split()}
    lost = [word for word in words if "".join(sorted(word.translate(MARKS))) not in found]
    assert len(lost) <= len(words) // 8, lost


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


@pytest.mark.slow
def test_two_hundred_plans_of_all_kinds_are_all_booklets() -> None:
    kinds, langs = list(FORMATS), list(LANGUAGES)
    for n in range(200):
        kind = kinds[n % len(kinds)]
        found = booklet(langs[n % len(langs)], n, n % 17, 1 + n % 13, beside=n % 3 == 0)
        assert len(pypdfium2.PdfDocument(make(found, kind))) == FORMATS[kind]
