"""The nouns: what a municipality writes beside the records: who signed them, how soon it answers, and whom to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from minplan.content.overlay.rights import Placed
from minplan.content.right import Unit

OLDEST = timedelta(days=183)  # so long a telephone number is believed that nobody has called


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody has read a record and answers for what it said then: `of` is its print (`print_of`)."""

    right: str
    by: str
    on: date
    of: str


@dataclass(frozen=True, slots=True)
class AnswerDeadline:
    """How soon the municipality says that it decides one kind of case: `count` of `unit`, as `owner` has set it."""

    id: str
    name: Mapping[str, str]
    count: int
    unit: Unit
    owner: str
    valid_from: date | None = None
    valid_to: date | None = None

    def called(self, lang: str) -> str:
        """The kind of case in a reader's language, else in Danish."""
        return self.name.get(lang, self.name["da"])

    def holds(self, today: date) -> bool:
        """Whether it is in force."""
        return (self.valid_from or today) <= today <= (self.valid_to or today)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, or where to write: `checked` is the day on which somebody last tried whether it is right."""

    id: str
    name: str
    checked: date
    phone: str = ""
    mail: str = ""
    address: tuple[str, ...] = ()
    link: str = ""
    text: Mapping[str, str] = field(default_factory=dict)

    def said(self, lang: str) -> str:
        """What they help with, in a reader's language, else in Danish; empty where nobody has said it."""
        return self.text.get(lang, self.text.get("da", ""))

    def fresh(self, today: date) -> bool:
        """Whether it may be shown: somebody has checked it within half a year."""
        return self.checked <= today <= self.checked + OLDEST


@dataclass(frozen=True, slots=True, eq=False)
class Municipal:
    """Everything of a municipality's folder. `texts` are texts by key and language, `offers` its catalogue if any.

    `lines` are where what stands beside the records is found, by file and id.
    """

    rights: tuple[Placed, ...] = ()
    reviews: tuple[Review, ...] = ()
    deadlines: tuple[AnswerDeadline, ...] = ()
    contacts: Mapping[str, Contact] = field(default_factory=lambda: MappingProxyType({}))
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    offers: tuple[dict[str, Any], ...] | None = None
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
