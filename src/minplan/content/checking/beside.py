"""What there is to say of a municipality's contacts, answer deadlines and texts."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from minplan.content.checking.row import SOON, Kind, Row
from minplan.content.offer import OFFER_PARTS
from minplan.content.overlay import Municipal
from minplan.content.overlay.nouns import OLDEST
from minplan.content.own_words import own_words

_CONTACTS, _DEADLINES, _OFFERS, _TEXTS = "contacts.toml", "deadlines.toml", "offers.toml", "texts.toml"


def beside(own: Municipal, day: date, languages: Collection[str]) -> Iterator[Row]:
    """What is stale, soon stale, or not there in one of `languages`."""
    checked = [(_CONTACTS, each.id, each.checked) for each in own.contacts.values()]
    checked += [(_OFFERS, each["id"], each["checked"]) for each in own.offers or ()]
    for file, name, on in checked:
        if day > on + OLDEST or on > day:
            yield _row(own, "stale", file, name, f"checked on {on}")
        elif day + SOON > on + OLDEST:
            yield _row(own, "soon", file, name, f"checked on {on}, good until {on + OLDEST}")
    holding = {each.id for each in own.deadlines if each.valid_to is None or each.valid_to >= day}
    for name in dict.fromkeys(each.id for each in own.deadlines):
        if name not in holding:
            yield _row(own, "stale", _DEADLINES, name, "its time is over: it is not shown")
    for key in own.texts.keys() - own_words().keys():
        yield _row(own, "stale", _TEXTS, key, "no text of the product is called that: it is not shown")
    yield from _missing(own, languages)


def _missing(own: Municipal, languages: Collection[str]) -> Iterator[Row]:
    told: list[tuple[str, str, Mapping[str, str]]] = [
        *((_CONTACTS, each.id, each.text) for each in own.contacts.values() if each.text),
        *((_DEADLINES, each.id, each.name) for each in own.deadlines),
        *((_OFFERS, each["id"], each[part]) for each in own.offers or () for part in OFFER_PARTS),
        *((_TEXTS, key, text) for key, text in own.texts.items()),
    ]
    for lang in languages:
        for file, name in dict.fromkeys((file, name) for file, name, text in told if lang not in text):
            yield _row(own, "missing", file, name, f"{lang}: no text")


def _row(own: Municipal, kind: Kind, file: str, name: str, what: str) -> Row:
    return Row(kind, file, own.lines.get((file, name), 1), name, what)
