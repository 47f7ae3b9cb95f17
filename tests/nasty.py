"""Plans of a bad day: much of one thing and nothing of another, words without end, letters from everywhere."""

from dataclasses import replace
from random import Random

from booklets import RTL, booklet

from minplan.booklet import Booklet
from minplan.booklet.shape import Said

# Words that break a line, turn its order, or are hardly there.
WORDS = (
    "specialpædagogikundervisningsmateriale", "Donaudampfschifffahrtsgesellschaft", "a" * 60, "W" * 31, "i", "A", "–",
    "(OK)", "(", "«nej»", "70", "11", "+45", "70 00 00 01", "٠٧٠١", "۱۲۳", "12/3-2027", "kl. 10.30", "100 %", "a@b.dk",
    "Åse", "Łucja", "أحمد", "(الجزائر)", "عبد الرحمن", "בית", "\u200fRLM", "LRM\u200e", "שלום", "Æ", "\u0301e",
    "e\u0301\u0302", "https://example.dk/en/meget/lang/adresse?med=mere", "og/eller", "50-års", "…", "\u2067midt\u2069",
    "👍", "♥", "你",
)  # fmt: skip


def nasty(lang: str, number: int) -> Booklet:
    """The booklet with this number, the same each time. Up to 40 steps, and of the rest up to a dozen each, or none."""
    random = Random(f"nasty {lang} {number}")
    found = booklet(
        lang, number, random.choice((0, 1, 2, 3, 5, 8, 12, 20, 40)), random.choice((1, 2, 4, 8, 16)),
        random.random() < 0.4, stock=WORDS if number % 3 else (),
    )  # fmt: skip
    return replace(
        found,
        name=Said(random.choice(("Bo", "أحمد علي", "Ana-Maria Constantinescu-Popescu", "Ø", found.name.text)), "und",
                  "ltr" if random.random() < 0.7 else "rtl"),
        points=_some(random, found.points), wins=_some(random, found.wins), **_halves(random, found),
        contact=random.choice((found.contact, found.contact, None)),
        meeting=random.choice((found.meeting, found.meeting, None)), way=random.choice((found.way,) * 9 + (None,)),
        circles=found.circles if number % 4 else None, helpers=_helpers(lang) if number % 2 else None,
        help=found.help[: random.randint(1, 4)], notes=random.choice((found.notes, ())),
    )  # fmt: skip


def _some(random: Random, found: tuple | None) -> tuple | None:
    return random.choice(((found or ())[: random.randint(0, 12)], found, found, (), None))


def _halves(random: Random, found: Booklet) -> dict[str, tuple | None]:
    some = {"mine": _some(random, found.mine), "theirs": _some(random, found.theirs)}
    return some if None not in some.values() else {"mine": None, "theirs": None}


def _helpers(lang: str) -> tuple[Said, ...]:
    return tuple(Said(text, lang, "rtl" if lang in RTL else "ltr") for text in ("A", "B B", "C" * 20))
