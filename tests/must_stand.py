"""What has to stand on each page of a booklet, or be announced there as more on the screen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from on_paper import letters_of

from minplan.booklet import Booklet, glyphs
from minplan.booklet.laying import laid

Laid = dict[str, Any]


class Page(NamedTuple):
    """One page, or the two of the way: what is always there, and what may be left out if the page says so."""

    numbers: tuple[int, ...]
    always: list[str]
    items: list[list[str]]


def silently_missing(found: Booklet, here: dict[int, Counter[str]]) -> list[tuple[tuple[int, ...], list[str]]]:
    """The texts of a booklet that are on no page and of which no page says so; `here` are the letters of each page."""
    data = laid(found, glyphs.drawn())
    said = [letters_of([data["labels"][name]["t"]]) for name in ("more", "before")]
    return [fault for page in pages(data) for fault in _missing(page, _sum(here[n] for n in page.numbers), said)]


def _missing(page: Page, there: Counter[str], said: list[Counter[str]]) -> Iterator[tuple[tuple[int, ...], list[str]]]:
    for text in page.always:
        if not letters_of([text]) <= there:
            yield page.numbers, [text, str(letters_of([text]) - there)]
        there = there - letters_of([text])
    told = next((words for words in said if words <= there), None)
    lost = list(_lost(page.items, there))
    if lost and told is None:
        yield page.numbers, [*lost[0], str(letters_of(lost[0]) - there)]


def _lost(items: list[list[str]], there: Counter[str]) -> Iterator[list[str]]:
    for item in items:
        wanted = letters_of(item)
        if wanted <= there:
            there = there - wanted
        else:
            yield item


def pages(data: Laid) -> list[Page]:
    """Every page of a booklet that is laid out."""
    labels = data["labels"]
    own = [*_both(labels["own"])]
    deals = [[*_both(each["what"]), *_both(each["when"])] for each in (*(data["mine"] or ()), *(data["theirs"] or ()))]
    halves = [*_both(labels["agreements"]), *_both(labels["mine"]), *_both(labels["theirs"])]
    wins = [[*_both(each["text"]), *_one(each["by"]), *_one(each["on"])] for each in data["wins"] or ()]
    return [
        _cover(data),
        Page((2, 3), *_way(data)) if data["way"] else Page((2, 3), own * 2, []),
        Page((4,), own, []) if data["points"] is None
        else Page((4,), _both(labels["talk"]), [_both(each) for each in data["points"]]),
        Page((5,), own, []) if data["mine"] is None else Page((5,), halves, deals),
        Page((6,), own, []) if data["wins"] is None
        else Page((6,), [*_both(labels["wins"]), *_both(labels["next-win"])], wins),
        Page((7,), *_seventh(data)),
        Page((8,), [*_both(labels["rights"]), *_both(labels["help"]), *_both(labels["sign-in"])], [*_back(data)]),
    ]  # fmt: skip


def _cover(data: Laid) -> Page:
    labels, contact, meeting = data["labels"], data["contact"], data["meeting"]
    always = [*_both(labels["title"]), *_one(data["name"]), *_both(data["made"])]
    if contact:
        always += [*_both(labels["contact"]), *_one(contact["name"]), *_one(contact["role"]), contact["phone"] or ""]
    if meeting:
        always += [*_both(meeting["label"]), *_both(meeting["when"]), *_one(meeting["place"])]
    return Page((1,), always, [])


def _way(data: Laid) -> tuple[list[str], list[list[str]]]:
    way, labels = data["way"], data["labels"]
    always = [*_both(labels["way"]), *_both(labels["horizon"]), *_both(way["horizon"])]
    always += [text for each in way["lanes"] for text in _one(each["name"])]
    stops = []
    for stop in way["stops"]:
        parts = ("title", "status", "when", "turn") if stop["state"] != "landmark" else ("title",)
        why = _both(stop["why"]) if stop["why"] else []
        stops.append([text for part in parts for text in _both(stop[part])] + why)
    return always, [_both(way["summary"]), *stops]


def _seventh(data: Laid) -> tuple[list[str], list[list[str]]]:
    labels, circles, helpers = data["labels"], data["circles"], data["helpers"]
    if circles is not None:
        return [*_both(labels["circles"]), *_both(labels["colour"])], [_both(each["word"]) for each in circles]
    if helpers is not None:
        return [*_both(labels["helpers"]), *(text for each in helpers for text in _both(each))], []
    return [*_both(labels["own"])], []


def _back(data: Laid) -> Iterator[list[str]]:
    for right in data["rights"]:
        yield [*_both(right["name"]), *_one(right["fact"]), *_one(right["care"])]
    for line in data["help"]:
        yield [*_both(line["when"]), line["phone"], *_one(line["name"])]
    yield [text for each in data["notes"] for text in _one(each)]


def _one(said: Laid | None) -> list[str]:
    return [said["t"]] if said else []


def _both(said: Laid | None) -> list[str]:
    return [said["t"], *_one(said["b"])] if said else []


def _sum(counters: Iterable[Counter[str]]) -> Counter[str]:
    return sum(counters, Counter())
