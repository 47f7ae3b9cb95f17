"""The noun: what somebody wrote on a page by hand, on its way in."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from minplan.words import NewText

TALK = ("talk", "question")
STEPS = ("step", "mine", "theirs")
MOST = 24  # lines of one part of a page


class Part(NamedTuple):
    """A part of a page with lines to write on. Its fields in a form are `<name>_<number>`.

    `to` is what a line becomes: one of TALK or STEPS, `win` or `horizon`; None where whoever copies it says so. `asks`
    is what else a line can say: whose `turn`, a day `on`, and `who` said it.
    """

    name: str
    to: str | None
    lines: int = 1
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """One line of a page. `field` is its name in the form, and `to` is what it becomes, as in Part.

    `new` is what is new where something like it was tried before. `seen` is the horizon that the writer saw.
    """

    field: str
    to: str
    text: NewText
    ball: str = "citizen"
    on: date | None = None
    new: NewText | None = None
    seen: UUID | None = None


class Landed(NamedTuple):
    """What became of a line: `done`, `proposed` or `unchanged`, and the id of what it is now."""

    to: str
    kind: str
    id: UUID | None = None


class Reach(NamedTuple):
    """Where lines can go on this plan, for whoever copies them: the coming meeting, and where steps lead."""

    by_citizen: bool
    meeting: UUID | None
    milestone: UUID | None
    track: str

    @property
    def talk(self) -> str | None:
        """What a point to talk about becomes; None where there is neither a meeting nor anybody to ask."""
        return "talk" if self.meeting else "question" if self.by_citizen else None

    @property
    def steps(self) -> bool:
        """Whether a step can be written in: it leads somewhere, or the citizen makes a place for it to lead."""
        return self.by_citizen or self.milestone is not None

    @property
    def places(self) -> tuple[str, ...]:
        """What a line of own words can become."""
        return (*([self.talk] if self.talk else []), *(["step"] if self.steps else []), "win")
