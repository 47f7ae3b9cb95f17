"""The noun: what somebody answered after a meeting. The rule: when they are asked, which is seldom."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from minplan.feelings.agreeing import print_of
from minplan.feelings.life import months_on
from minplan.words import NewText, Words

QUESTIONS = ("decide", "sense", "further")
SIZES = range(5)  # not at all … very much
RECENT = timedelta(days=30)  # later than this nobody remembers the meeting


@dataclass(frozen=True, slots=True)
class Pulse:
    """What was kept about one meeting: `answers` by question, or `words`, what should have been done otherwise.

    A question that was not answered is absent. `at` is a Danish clock's; `showing` names how others are shown it, and
    `seen` is the print of what is kept, for the citizen's own form.
    """

    id: UUID
    meeting: UUID
    at: datetime
    answers: dict[str, int]
    words: Words | None
    showing: UUID | None = None
    seen: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether somebody was asked, and said nothing."""
        return not self.answers and self.words is None


def pulse_of(id: UUID, content: dict[str, Any], at: datetime, showing: UUID | None = None) -> Pulse:
    """What was kept, as it is read."""
    words = NewText(**content["words"]).as_words() if content.get("words") else None
    return Pulse(id, UUID(content["meeting"]), at, content.get("answers", {}), words, showing, print_of(content))


def asked_about(today: date, closed: Iterable[tuple[date, UUID]], kept: Collection[date]) -> UUID | None:
    """The meeting about which somebody is asked today: the newest that is over, once a month at most; else None.

    `closed` are meetings with the day on which they ended, `kept` the days of earlier answers.
    """
    if any(months_on(day, 1) > today for day in kept):
        return None
    recent = [each for each in closed if today - each[0] <= RECENT]
    return max(recent)[1] if recent else None
