"""The noun: one thing that a citizen can say yes to in their municipality, as whoever answers for it has written it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from minplan.content.overlay.fields import Field, day, matching, text, told, wrong
from minplan.content.overlay.tables import Table

# What an offer is about: each has its picture, and its name is in the catalogue.
INTERESTS = (
    *("food", "hands", "outside", "animals", "people", "children"),
    *("care", "quiet", "language", "move", "make", "music"),
)
OFFER_PARTS = ("name", "what", "gives", "promises_not", "where", "often")
_FEW = 3  # an offer about everything is found by nobody


@dataclass(frozen=True, slots=True)
class Offer:
    """Each part of it is a text by language, Danish among them. `checked` is when somebody last read it through."""

    id: str
    owner: str
    name: Mapping[str, str]
    what: Mapping[str, str]
    gives: Mapping[str, str]
    promises_not: Mapping[str, str]
    where: Mapping[str, str]
    often: Mapping[str, str]
    interests: tuple[str, ...]
    checked: date
    phone: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def said(self, part: str, lang: str) -> tuple[str, str]:
        """One part in a reader's language, else in Danish; and the language that it is in."""
        told_in: Mapping[str, str] = getattr(self, part)
        return (told_in[lang], lang) if lang in told_in else (told_in["da"], "da")

    def is_there(self, today: date) -> bool:
        """Whether somebody can say yes to it on that day."""
        return (self.valid_from or today) <= today <= (self.valid_to or today)


def _are_interests(value: object) -> bool:
    return isinstance(value, list) and 0 < len(value) <= _FEW and all(each in INTERESTS for each in value)


FIELDS: Mapping[str, Field] = {
    "id": matching(r"[a-z][a-z0-9_-]{0,59}", "small letters, digits, hyphens and low lines"),
    "owner": text(120),
    "name": told(60),
    **{part: told(240) for part in OFFER_PARTS if part != "name"},
    "interests": Field(_are_interests, f"one to three of {', '.join(INTERESTS)}"),
    "checked": day(),
    "phone": text(30, optional=True),
    "valid_from": day(optional=True),
    "valid_to": day(optional=True),
}


def read_offer(fields: dict[str, Any]) -> Offer:
    """One table as an offer. Raises ValueError, which says what is wrong with which."""
    table = Table("offers.toml", 1, str(fields.get("id", "")), fields)
    for what in wrong(table, FIELDS):
        raise ValueError(f"{table.id}: {what}")
    return Offer(**fields | {"interests": tuple(fields["interests"])})


def read_offers(data: dict[str, Any]) -> tuple[Offer, ...]:
    """The offers of a catalogue, in its order. Raises ValueError, also for two of one id."""
    found = tuple(map(read_offer, data.get("offer", ())))
    ids = [offer.id for offer in found]
    for twice in (each for each in ids if ids.count(each) > 1):
        raise ValueError(f"{twice}: stands here twice")
    return found
