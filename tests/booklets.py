"""Booklets for tests: made of words of any language, and read back from the paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

import pypdfium2
import pytest
from pypdfium2 import raw

from minplan.booklet import Booklet
from minplan.booklet.labels import LABELS
from minplan.booklet.shape import Circle, Contact, Deal, Drawn, Gathering, Known, Lane, Line, Said, Stop, Won
from minplan.content import feelings
from minplan.journey import TOKENS, TRACKS

MM = 72 / 25.4
ADDRESS = "https://minplan.example.dk/sign-in"
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
LANGUAGES = {
    "da": "jeg ringer til lægen på torsdag og får svar om arbejdsprøvning i familiesammenføringssagen",
    "en": "the municipality answers about a work placement in the kitchen before Friday with pleasure",
    "ar": "أذهب إلى الاجتماع مع المستشارة في البلدية يوم الخميس لأتحدث عن العمل والصحة والعائلة",
    "fa": "من با پزشک تماس می‌گیرم و دربارهٔ کار و خانواده پیش از پنج‌شنبه گفت‌وگو می‌کنیم",
    "uk": "я телефоную лікарці у четвер і розповідаю про практику на кухні та мовні курси дітей",
    "ti": "ንሓኪም ክድውል እየ ድሕሪኡ ብዛዕባ ስራሕን ቤተሰብን ምስ ኣማኻሪት ክንዘራረብ ኢና ሓሙስ",
}
RTL = ("ar", "fa")
# All of them; in the quick round one of each direction.
EVERY = [pytest.param(lang, marks=() if lang in ("da", "ar") else pytest.mark.slow) for lang in LANGUAGES]


class Letter(NamedTuple):
    """A sign on a sheet: which one, and its box in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def booklet(
    lang: str = "da", number: int = 0, many: int = 6, words: int = 6, beside: bool = False, stock: Sequence[str] = ()
) -> Booklet:
    """A booklet in which everything is said, with `many` of each thing, of about so many `words`.

    What people say themselves is also made of the words in `stock`.
    """
    random = Random(f"{lang} {number}")
    usual = LANGUAGES[lang].split()

    def said(most: int = words, stock: Sequence[str] = usual) -> Said:
        text = " ".join(random.choice(stock) for _ in range(random.randint(1, max(1, most))))
        other = Said("Det siges på dansk", "da", "ltr") if beside else None
        return Said(text, lang, "rtl" if lang in RTL else "ltr", other)

    def own(most: int = words) -> Said:
        return said(most, (*usual, *stock))

    lanes = tuple(Lane(track, said(2)) for track in random.sample(TRACKS, random.randint(1, 5)))
    return Booklet(
        lang=lang, dir="rtl" if lang in RTL else "ltr", at=AT, name=own(2), labels=_labels(said), made=said(8),
        address=ADDRESS, token=random.choice([*TOKENS, None]), contact=Contact(own(2), own(2), "+45 70 00 00 01"),
        meeting=Gathering(said(2), said(5), own(3)),
        way=Drawn(lanes, tuple(_stops(random, said, own, len(lanes), many)), said(6), own(12)),
        points=_each(many, own), mine=_each(many, lambda: Deal(own(), said(4), random.random() < 0.3)),
        theirs=_each(many, lambda: Deal(own(), said(4), random.random() < 0.3)),
        wins=_each(many, lambda: Won(own(), own(2) if random.random() < 0.5 else None, said(3))),
        circles=tuple(Circle(each.id, said(1)) for each in feelings().values() if not each.extra),
        rights=_each(min(many, 3), lambda: Known(said(4), said(24), said(6))),
        help=_each(min(many, 4), lambda: Line(said(5), own(3), "70 11 07 07")), notes=(said(14),),
    )  # fmt: skip


def quiet(dir: str = "ltr") -> Booklet:
    """A booklet without one digit but the numbers of its pages: no part is chosen, and nobody is called."""
    empty = dict.fromkeys(("contact", "meeting", "way", "points", "mine", "theirs", "wins", "circles"))
    found = booklet("ar" if dir == "rtl" else "da")
    return replace(found, **empty, rights=(), help=(), notes=(), address="https://minplan.example.dk/ind")


def letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """Every sign that stands on a page and can be seen."""
    text = page.get_textpage()
    for n in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text.raw, n))
        if sign.strip() and not raw.FPDFText_IsGenerated(text.raw, n):
            yield Letter(sign, *text.get_charbox(n))


def _each(many: int, make) -> tuple:
    return tuple(make() for _ in range(many))


def _labels(said) -> dict[str, Said]:
    return {name: said(6 if name.startswith("how") else 3) for name in (*LABELS, "theirs")}


def _stops(random: Random, said, own, lanes: int, many: int) -> Iterator[Stop]:
    states = sorted((random.choice(["done", "detour", "active", "waiting", "resting", "later"]) for _ in range(many)),
                    key=lambda state: state not in ("done", "detour"))  # fmt: skip
    here = next((n for n, state in enumerate(states) if state not in ("done", "detour")), None)
    for n, state in enumerate(states):
        lane = random.randrange(lanes)
        others = tuple({random.randrange(lanes)} - {lane})
        why = own(8) if n == here else None
        yield Stop(state, lane, own(), said(2), said(5), said(5), why, others, n == here, random.randint(0, 2))
        if random.random() < 0.3:
            yield Stop("landmark", lane, own(3), reached=state == "done")
