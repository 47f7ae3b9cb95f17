"""Rule: how much room texts need at most, before anything is laid out.

To lay a text out and look how high it is takes longer than to print it, and most of them have room to spare: what
surely fits is not tried. This may say too much and not too little; what may not fit is measured where it is laid.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from minplan.booklet.lines import SECOND, Part, Text, aside, high, lines_of, wide, widest
from minplan.booklet.page import MM, Page
from minplan.booklet.spread import EACH

LEADING = {"head": 0.7, "rights": 0.42, "help": 0.36, "mine": 0.45, "theirs": 0.45}  # between two lines of an item
USUAL = 0.52
ROAD = 0.48  # between two lines beside the road
SIZES = {"cover": (1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4), "rights": (*EACH, 0.8)}


class Listed(NamedTuple):
    """A list: the width that its items have, as far as it grows with the page and as far as with the letters."""

    name: str
    room: float
    taken: float
    items: list[list[Part]]


def fit(given: dict[str, Any], page: Page) -> dict[str, Any]:
    """What was laid, with how high lists and stops are at each size, and how wide each label is as a heading (`w`).

    `need` names the sizes of a list, from the largest on, each with the height at that size, in letters of it.
    """
    labels = {name: said | {"w": aside(said)} for name, said in given["labels"].items()}
    need = {each.name: list(_needed(each)) for each in _lists(given, page)}
    said = given["name"]["t"]
    name = given["name"] | {"w": wide(said, True), "word": widest(said, True)}
    way = given["way"] and given["way"] | {"stops": _stops(given["way"], labels, page)}
    return given | {"labels": labels, "name": name, "need": need, "way": way}


def _needed(listed: Listed) -> Iterator[tuple[float, float]]:
    leading = LEADING.get(listed.name, USUAL)
    lines = [line for item in listed.items for part in item for line in lines_of(part)]
    for size in SIZES.get(listed.name, EACH):
        yield size, high(lines, listed.room / size - listed.taken, leading) - leading * len(listed.items)


def _lists(given: dict[str, Any], page: Page) -> Iterator[Listed]:
    labels, few = given["labels"], page.few
    room, edge = page.room / page.base, page.m / page.base
    half, framed = room - 0.76 * edge, room - 0.7 * edge
    yield Listed("points", room, 1.75, [[Part(said)] for said in given["points"] or ()])
    for side in ("mine", "theirs"):
        yield Listed(side, half, 1.45, [_deal(deal) for deal in given[side] or ()])
    yield Listed("wins", room, 2.15, [_win(win) for win in given["wins"] or ()])
    more = [[Part(labels["more"], 0.86)]] if few and given["rights"] else []
    yield Listed("rights", room, 0, [*(_right(right, few) for right in given["rights"]), *more])
    yield Listed("help", framed, 0, [_line(line) for line in given["help"]])
    parts = [_contact(given["contact"], labels), _gathering(given["meeting"], labels)]
    yield Listed("cover", room / 1.2, 2.15, parts)
    if given["way"]:
        frame = (0.86 * room - 3.6 * MM / page.base) / 0.92
        horizon = [Part(labels["horizon"], 1.05, bold=True), Part(given["way"]["horizon"])]
        yield Listed("horizon", frame, 0, [horizon])
        names = [Part(None if few else given["way"]["summary"], 0.82)]
        lanes = " ".join(f"MMM {lane['name']['t']}".replace(" ", "\u00a0") for lane in given["way"]["lanes"])
        yield Listed("head", room, 0, [names, [Part(lanes, 0.8, least=1)]])
    yield Listed("made", room / 0.72, 0, [[Part(given["made"])]])
    yield Listed("notes", room / 0.68, 0, [[Part(" ".join(said["t"] for said in given["notes"]))]])
    beside = (room - (page.qr + 1.2 * page.gap) / page.base) / 0.92
    yield Listed("sign-in", beside, 0, [[Part(labels["sign-in"], bold=True), Part(given["shown-address"], 0.8)]])


def _stops(way: dict[str, Any], labels: dict[str, Text], page: Page) -> list[dict[str, Any]]:
    """The stops of a way, each with how high its words are at each of the sizes."""
    room = page.beside(len(way["lanes"])) / page.base
    told = [[line for part in _stop(stop, labels) for line in lines_of(part)] for stop in way["stops"]]
    return [
        stop | {"high": [high(lines, room / size, ROAD) - ROAD for size in EACH]}
        for stop, lines in zip(way["stops"], told, strict=True)
    ]


def _stop(stop: dict[str, Any], labels: dict[str, Text]) -> list[Part]:
    if stop["state"] == "landmark":
        return [Part(stop["title"], 0.9)]
    return [
        *([Part(_here(labels["here"]), 0.82, bold=True, before="M", least=1.16)] if stop["here"] else ()),
        Part(stop["title"]["t"], bold=True, before="MM" if stop["stars"] else "", least=0.96 if stop["stars"] else 0),
        *([Part(stop["title"]["b"]["t"], SECOND)] if stop["title"]["b"] else ()),
        Part(stop["why"], 0.86),
        Part(stop["below"], 0.86),
        Part(stop["turn"] and stop["turn"]["t"], 0.86, before="MM", least=0.82),
        Part(stop["second"], 0.76),
    ]


def _here(label: Text) -> str:
    """The second language stands beside the first one, or whole on the next line."""
    beside = label["b"]["t"].replace(" ", "\u00a0") if label["b"] else ""
    return f"{label['t']} {beside}".rstrip()


def _deal(deal: dict[str, Any]) -> list[Part]:
    return [Part(deal["what"]), Part(deal["below"], 0.84), Part(deal["second"], 0.74)]


def _win(win: dict[str, Any]) -> list[Part]:
    return [Part(win["text"]), Part(win["on"]["t"], 0.84, before=f"{win['by']['t']} · " if win["by"] else "")]


def _right(right: dict[str, Any], few: bool) -> list[Part]:
    more = [] if few else [Part(right["fact"]["t"], 0.9), Part(right["care"] and right["care"]["t"], 0.8)]
    return [Part(right["name"], 0.92, bold=True), *more]


def _line(line: dict[str, Any]) -> list[Part]:
    name = f" · {line['name']['t']}" if line["name"] else ""
    return [Part(line["when"], 0.82), Part(name, before=line["phone"], bold=True)]


def _contact(contact: dict[str, Any] | None, labels: dict[str, Text]) -> list[Part]:
    if not contact:
        return [Part(labels["contact"], 0.82), Part("–", 3)]
    role = f" · {contact['role']['t']}" if contact["role"] else ""
    return [Part(labels["contact"], 0.82), Part(role, bold=True, before=contact["name"]["t"]),
            Part(contact["phone"], 1.3, bold=True), *_reached(contact, labels)]  # fmt: skip


def _reached(contact: dict[str, Any], labels: dict[str, Text]) -> Iterator[Part]:
    if contact["hours"]:
        yield Part(contact["hours"]["t"], 0.82, before=f"{labels['hours']['t']} ")
    if other := contact["instead"]:
        yield Part(f" {other['phone'] or ''}", 0.82, before=f"{other['when']['t']} {other['name']['t']}")


def _gathering(meeting: dict[str, Any] | None, labels: dict[str, Text]) -> list[Part]:
    if not meeting:
        return [Part(labels["next-meeting"], 0.82), Part("–", 3)]
    place = meeting["place"] and meeting["place"]["t"]
    return [Part(meeting["label"], 0.82), Part(meeting["when"], bold=True), Part(place)]
