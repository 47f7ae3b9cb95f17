"""The noun: everything that a booklet says, before it is laid out. Plain records, each text with its language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

Direction = Literal["ltr", "rtl"]
# What a citizen chooses between; the last two have one page together. What fills them is never chosen for them.
PARTS = ("way", "talk", "agreements", "wins", "rights", "helpers", "circles")
USUAL = frozenset(PARTS) - {"helpers", "circles"}


class Said(NamedTuple):
    """A text in its language and direction; `beside` is the same in the second language of the booklet."""

    text: str
    lang: str
    dir: Direction
    beside: "Said | None" = None


class Instead(NamedTuple):
    """Who answers when the contact person is not there, with a sentence that says so."""

    when: Said
    name: Said
    phone: str | None


class Contact(NamedTuple):
    """Whom the citizen can turn to, when they answer, and who does when they are not there."""

    name: Said
    role: Said | None
    phone: str | None
    hours: Said | None = None
    instead: Instead | None = None


class Gathering(NamedTuple):
    """The next meeting: what it is called, when, and where."""

    label: Said
    when: Said
    place: Said | None


class Lane(NamedTuple):
    """A track that the way runs on."""

    track: str
    name: Said


class Stop(NamedTuple):
    """A step on the drawn way. `lane` and `others` are its tracks by their place among the lanes.

    `state` is the step's own, or `landmark` for a milestone. `here`: it is the next step.
    """

    state: str
    lane: int
    title: Said
    status: Said | None = None
    turn: Said | None = None
    when: Said | None = None
    why: Said | None = None
    others: tuple[int, ...] = ()
    here: bool = False
    stars: int = 0
    reached: bool = False


class Drawn(NamedTuple):
    """The way from behind to the horizon."""

    lanes: tuple[Lane, ...]
    stops: tuple[Stop, ...]
    summary: Said
    horizon: Said | None


class Deal(NamedTuple):
    """An agreement in one of the halves."""

    what: Said
    when: Said | None
    shared: bool


class Won(NamedTuple):
    """A win in the citizen's own words, or praise from somebody."""

    text: Said
    by: Said | None
    on: Said


class Circle(NamedTuple):
    """A feeling to colour: the name of its drawing, and its word."""

    face: str
    word: Said


class Known(NamedTuple):
    """A right in two sentences, and whether it may have changed."""

    name: Said
    fact: Said
    care: Said | None


class Line(NamedTuple):
    """Somebody who answers: when to call them, who they are, the number."""

    when: Said
    name: Said | None
    phone: str


@dataclass(frozen=True, slots=True)
class Booklet:
    """Everything a booklet says. A part that was not chosen is empty, and its page has lines to write on.

    `at` is when the plan became what is printed here: the same plan gives the same bytes. `labels` are the booklet's
    own words by their name in the templates. `address` is the page of the sign-in, with nothing secret in it.
    """

    lang: str
    dir: Direction
    at: datetime
    name: Said
    labels: Mapping[str, Said]
    made: Said
    address: str
    token: str | None = None
    contact: Contact | None = None
    meeting: Gathering | None = None
    way: Drawn | None = None
    points: tuple[Said, ...] | None = None
    mine: tuple[Deal, ...] | None = None
    theirs: tuple[Deal, ...] | None = None
    wins: tuple[Won, ...] | None = None
    circles: tuple[Circle, ...] | None = None
    helpers: tuple[Said, ...] | None = None
    rights: tuple[Known, ...] = ()
    help: tuple[Line, ...] = ()
    notes: tuple[Said, ...] = field(default=())
