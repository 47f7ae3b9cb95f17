"""The shape in which what a step means is shown."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from minplan.rights.meaning.rule import Deciding
from minplan.words import Words


class DecisionView(NamedTuple):
    """The decision that a step rests on, and the call before it. `received` is the day the citizen got the letter.

    `until` is the last day to complain, where the law says it for certain.
    """

    what: Words
    called: date
    reached: str
    decided: date | None
    received: date | None
    until: date | None
    seen: str


class EarlierView(NamedTuple):
    """A step that was done, became a new way, or was answered with no thank you. `sense` is the citizen's answer."""

    id: UUID
    title: Words
    tracks: tuple[str, ...]
    state: str
    learned: Words | None
    sense: str | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """Everything that is said of one step. `sense` is the citizen's answer, `seen` which version of the words it is."""

    gives: Words | None
    promises_not: Words | None
    takes: Words | None
    afterwards: Words | None
    money: Words | None
    new: Words | None
    money_asked: date | None
    no_decision: date | None
    seen: str
    sense: str | None
    sense_at: datetime | None
    decision: DecisionView | None
    deciding: Deciding

    @property
    def said(self) -> tuple[Words | None, ...]:
        """What the municipality says of where the step may lead, and of money."""
        return self.gives, self.promises_not, self.takes, self.afterwards, self.money, self.new

    @property
    def is_told(self) -> bool:
        """Whether anybody has said what the step may lead to."""
        return any((self.gives, self.promises_not, self.takes, self.afterwards, self.new))
