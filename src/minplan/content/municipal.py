"""What this house's municipality adds, as its folder says it now: who signed what, how soon it answers, whom to ask."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from minplan import clock, config
from minplan.content.overlay import AnswerDeadline, Contact, Fault, Municipal, Review, print_of
from minplan.content.overlay.folder import read_folder
from minplan.content.overlay.watching import Watch
from minplan.content.packaged import packaged
from minplan.content.right import Right

DEMO = Path(__file__).parent / "demo_rights"
_NOTHING = Municipal()


def municipal() -> Municipal:
    """The last good content of `MINPLAN_RIGHTS`; of an invented municipality in the demo, else nothing."""
    folder, place = whereabouts(config.settings())
    return _watch(folder, place).now() if folder else _NOTHING


def whereabouts(found: config.Settings) -> tuple[Path | None, Path | None]:
    """The folder, and where its last good content is kept."""
    if found.rights:
        return found.rights, found.data_dir / "last-good"
    return (DEMO if found.demo else None), None


def understood(texts: Mapping[str, str]) -> tuple[Municipal, list[Fault]]:
    """What the texts of a folder say today beside what comes with the product, and every fault."""
    return read_folder(texts, packaged().codes, packaged().ids, clock.today())


def review_of(right: Right, today: date | None = None) -> Review | None:
    """The newest signature that fits the record as it stands; None where nobody has signed that."""
    return newest_review(municipal(), right, today or clock.today())


def newest_review(own: Municipal, right: Right, today: date) -> Review | None:
    """The same, of what one municipality has signed until a day."""
    signed, review = _signed(own, today).get((right.id, right.valid_from), (None, None))
    return review if signed == right else None


def answer_deadlines(today: date | None = None) -> list[AnswerDeadline]:
    """How soon the municipality decides, by kind of case, in the order of its file; none where it has said nothing."""
    return [each for each in municipal().deadlines if each.holds(today or clock.today())]


def contact(which: str, today: date | None = None) -> Contact | None:
    """Whom to ask or where to write; None where nobody has said it, or nobody has checked it for half a year."""
    found = municipal().contacts.get(which)
    return found if found and found.fresh(today or clock.today()) else None


def own_text(key: str, lang: str) -> tuple[str, str] | None:
    """The municipality's own words instead of the product's, and the language that they are in; None where it has none.

    `key` is the message context of the text. What is not there in `lang` is Danish.
    """
    found = municipal().texts.get(key)
    if not found:
        return None
    return (found[lang], lang) if lang in found else (found["da"], "da")


@cache
def _watch(folder: Path, place: Path | None) -> Watch:
    return Watch(folder, understood, place)


@lru_cache(maxsize=8)
def _signed(own: Municipal, today: date) -> dict[tuple[str, date | None], tuple[Right, Review]]:
    """Each version of a record that somebody has signed as it stands, with the newest signature."""
    replaced = {placed.right.id for placed in own.rights}
    rights = [each.right for each in packaged().rights if each.right.id not in replaced]
    found: dict[tuple[str, date | None], tuple[Right, Review]] = {}
    prints = {(right.id, print_of(right)): right for right in (*rights, *(placed.right for placed in own.rights))}
    for review in sorted(own.reviews, key=lambda each: each.on):
        right = prints.get((review.right, review.of))
        if right and review.on <= today:
            found[right.id, right.valid_from] = right, review
    return found
