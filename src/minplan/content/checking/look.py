"""The whole table: everything that somebody should know of the rights on a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from minplan.content.checking.beside import beside
from minplan.content.checking.codes import codes
from minplan.content.checking.row import KINDS, SOON, Row, row
from minplan.content.checking.translations import lacking, without_danish
from minplan.content.municipal import newest_review, understood
from minplan.content.overlay import Municipal, Placed, print_of
from minplan.content.overlay.fault import Fault
from minplan.content.overlay.files import texts_in
from minplan.content.overlay.keeping import kept
from minplan.content.overlay.loss import losses
from minplan.content.packaged import packaged
from minplan.content.publishing import good_until
from minplan.content.rights_shelf import legal_words
from minplan.language.messages import Messages


@dataclass(frozen=True, slots=True)
class Looked:
    """What stands in a folder, every record that holds or will hold on that day, and what is wrong."""

    own: Municipal
    records: tuple[Placed, ...]
    faults: tuple[Fault, ...]


def look(folder: Path | None, day: date, place: Path | None = None) -> Looked:
    """Read the product's files and a municipality's folder as they stand now, good or not.

    `place` is where a running server keeps the last good content of the folder.
    """
    own, faults = _folder(folder, place) if folder else (Municipal(), [])
    replaced = {placed.right.id for placed in own.rights}
    every = [*(each for each in packaged().rights if each.right.id not in replaced), *own.rights]
    return Looked(own, tuple(each for each in every if _counts(each, every, day)), (*packaged().faults, *faults))


def table(looked: Looked, day: date, languages: Mapping[str, Messages]) -> list[Row]:
    """Every row, those first that somebody has to do something about."""
    rows = [row("broken", fault) for fault in looked.faults]
    for placed in looked.records:
        rows += _about(placed, looked.own, day)
        rows += _in_languages(placed, languages)
    rows += [*beside(looked.own, day, languages), *codes(day, languages)]
    return sorted(rows, key=lambda each: (KINDS.index(each.kind), each.file, each.line))


def _folder(folder: Path, place: Path | None) -> tuple[Municipal, list[Fault]]:
    texts, faults = texts_in(folder)
    own, wrong = understood(texts)
    before = kept(place) if place else None
    lost = losses(before, understood(before)[0], texts, own) if before else []
    return own, [*faults, *wrong] or lost


def _counts(placed: Placed, every: Iterable[Placed], day: date) -> bool:
    """Not a version that is over and has another after it."""
    right = placed.right
    over = right.valid_to is not None and right.valid_to < day
    return not (over and any(each.right.id == right.id and each is not placed for each in every))


def _about(placed: Placed, own: Municipal, day: date) -> Iterator[Row]:
    right, review = placed.right, newest_review(own, placed.right, day)
    if right.certainty == "unsure":
        yield row("withheld", placed.fault("nobody is sure of it, so that it is never shown"))
        return
    if review is None:
        yield row("unsigned", placed.fault(f"{_unsigned(placed, own, day)}; print {print_of(right)}"))
    last = good_until(right, review.on if review else None)
    if last < day:
        yield row("stale", placed.fault(f"good until {last}: it only tells to ask the municipality"))
    elif last < day + SOON:
        yield row("soon", placed.fault(f"good until {last}"))


def _unsigned(placed: Placed, own: Municipal, day: date) -> str:
    before = [each for each in own.reviews if each.right == placed.right.id]
    if not before:
        return "signed by nobody"
    last = max(before, key=lambda each: each.on)
    if last.on > day:
        return f"signed for {last.on}, a day to come"
    return f"changed since {last.by} signed it on {last.on}"


def _in_languages(placed: Placed, languages: Mapping[str, Messages]) -> Iterator[Row]:
    for lang, messages in languages.items():
        yield from (row("missing", placed.fault(what)) for what in lacking(placed, lang, messages))
        found = without_danish(placed, lang, messages, legal_words().values())
        yield from (row("word", placed.fault(what)) for what in found)

