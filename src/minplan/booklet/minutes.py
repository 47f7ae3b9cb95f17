"""The noun: what came of a meeting as a leaf says it, on one side of A4. Plain records, each text with its language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from minplan.booklet.shape import Contact, Direction, Gathering, Said


class Agreed(NamedTuple):
    """An agreement: in which words, why, by which law, whose turn it is and by which day."""

    words: Said
    why: Said | None
    law: Said | None
    turn: Said
    until: Said | None


class Onward(NamedTuple):
    """The step with which everybody went home."""

    words: Said
    why: Said | None
    turn: Said | None
    on: Said | None


class Told(NamedTuple):
    """A line of what was said: the words, below them what belongs to it, such as who wrote it, and words of theirs."""

    words: Said
    below: Said | None = None
    quote: Said | None = None


class Half(NamedTuple):
    """One of two equal halves: what it is called, and what stands in it."""

    title: Said
    lines: tuple[Agreed, ...] | tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything the leaf says. `at` is when the plan became what is printed here: the same plan gives the same bytes.

    `agreed`, `lacking` (what has not everybody's yes; `lacks` says why) and `expected` are pairs of halves, or empty.
    `sign`: the citizen has not answered yet, and may do so with a pen.
    """

    lang: str
    dir: Direction
    at: datetime
    name: Said
    labels: Mapping[str, Said]
    made: Said
    token: str | None
    when: Said
    place: Said | None
    people: tuple[Said, ...]
    step: Onward | None
    agreed: tuple[Half, ...]
    lacking: tuple[Half, ...]
    lacks: Said
    expected: tuple[Half, ...]
    talked: tuple[Told, ...]
    written: tuple[Told, ...]
    answers: tuple[Told, ...]
    meeting: Gathering | None
    contact: Contact | None
    sign: bool
    notes: tuple[Said, ...]
