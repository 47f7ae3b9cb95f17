"""Rule: how much room texts need at most, before anything is laid out.

To lay a text out and look how high it is takes longer than to print it, and most of them have room to spare: what
surely fits is not tried. This may say too much and not too little; what may not fit is measured where it is laid.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from minplan.booklet import glyphs

Text = dict[str, Any]  # as it is laid: its words `t`, and `b`, the same in the second language
LEADING = {"rights": 0.42, "help": 0.36, "mine": 0.45, "theirs": 0.45}  # between two lines of an item
USUAL = 0.52
SECOND = 0.88  # the size of the second language
SAFE = 1.03  # letters that are fitted to each other can move apart a little


class Page(NamedTuple):
    """A page of the templates, in the size of its letters: the width of its room, its edge, its square, a frame."""

    room: float
    edge: float
    square: float
    frame: float


POCKET = Page(25.69, 2.657, 6.2, 1.063)
TINY = Page(19.0, 1.771, 5.476, 1.16)


class Part(NamedTuple):
    """Words of an item that begin a line: how large they are, whether they are bold, what stands on the line before."""

    said: Text | str | None
    size: float = 1
    bold: bool = False
    before: str = ""


def fit(given: dict[str, Any], kind: str) -> dict[str, Any]:
    """What was laid, with the height that its lists need (`need`) and the width of each label as a heading (`w`)."""
    page = TINY if kind == "zine" else POCKET
    labels = {name: said | {"w": _aside(said)} for name, said in given["labels"].items()}
    need = {name: _list(items, room, LEADING.get(name, USUAL)) for name, room, items in _lists(given, page)}
    name = given["name"] | {"w": _wide(given["name"]["t"], True)}
    return given | {"labels": labels, "name": name, "need": need}


def _lists(given: dict[str, Any], page: Page) -> Iterator[tuple[str, float, list[list[Part]]]]:
    """Every list by its name, the width that its items have, and its items."""
    labels, few = given["labels"], page is TINY
    half, help = page.room - 0.76 * page.edge - 1.45, page.room - 0.7 * page.edge
    yield "points", page.room - 1.75, [[Part(said)] for said in given["points"] or ()]
    for side in ("mine", "theirs"):
        yield side, half, [_deal(deal, labels) for deal in given[side] or ()]
    yield "wins", page.room - 2.15, [_win(win) for win in given["wins"] or ()]
    more = [[Part(labels["more"], 0.86)]] if few and given["rights"] else []
    yield "rights", page.room, [*(_right(right, few) for right in given["rights"]), *more]
    yield "help", help, [_line(line) for line in given["help"]]
    yield "cover", page.room / 1.2 - 2.15, [_contact(given["contact"], labels), _gathering(given["meeting"], labels)]
    if given["way"]:
        wide = (0.86 * page.room - page.frame) / 0.92
        yield "horizon", wide, [[Part(labels["horizon"], 1.05, bold=True), Part(given["way"]["horizon"])]]
    yield "made", page.room / 0.72, [[Part(given["made"])]]
    yield "notes", page.room / 0.68, [[Part(" ".join(said["t"] for said in given["notes"]))]]
    beside = (page.room - page.square - 1.2 * 0.945) / 0.92
    yield "sign-in", beside, [[Part(labels["sign-in"], bold=True), Part(given["shown-address"], 0.8)]]


def _deal(deal: dict[str, Any], labels: dict[str, Text]) -> list[Part]:
    return [Part(deal["what"]), Part(deal["when"], 0.84), Part(labels["shared"] if deal["shared"] else None, 0.84)]


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


def _list(items: list[list[Part]], room: float, leading: float) -> float:
    """How high they are without the gaps between them, in the size of their letters."""
    return sum(_high(part, room, leading) for item in items for part in item if part.said) - leading * len(items)


def _high(part: Part, room: float, leading: float) -> float:
    said: dict[str, Any] = part.said if isinstance(part.said, dict) else {"t": part.said, "b": None}
    first = _rows(part.before + said["t"], part.size, part.bold, room, leading)
    return first + (_rows(said["b"]["t"], part.size * SECOND, False, room, leading) if said["b"] else 0)


def _rows(text: str, size: float, bold: bool, room: float, leading: float) -> float:
    return _lines(text, room / size, bold) * (_cap(text) * size + leading)


def _lines(text: str, room: float, bold: bool = False) -> int:
    """How many of them the words fill, each as wide as the room; a word that is wider is broken anywhere."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        wide = _wide(word, bold) * SAFE
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        lines += int(wide / room)
        used += wide % room + 0.26
    return lines


def _wide(text: str, bold: bool = False) -> float:
    widths = glyphs.widths(bold)
    return sum([widths.get(ord(char), 0) for char in text])


def _cap(text: str) -> float:
    """How high the letters of a line stand, at most: the Latin ones, the Arabic ones, the pictures."""
    highest = max(text, default="")
    return 0.72 if highest < "\u0600" else 0.8 if highest < "\u2070" else 0.93


def _aside(said: Text) -> float:
    """As wide as a heading with the second language smaller beside it."""
    return SAFE * (_wide(said["t"], True) + (0.5 + 0.62 * _wide(said["b"]["t"]) if said["b"] else 0))
