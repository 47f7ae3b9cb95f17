"""The noun: what a professional's desk shows. A citizen's row, the one matter on it, a leader's line, a brief."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from minplan.journey import BallView, MilestoneView, StepView, WinView
from minplan.words import Words

What = Literal["call", "proposal", "step", "meeting"]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that waits for a professional since a day, which of a meeting nobody wrote down. `about` is the call's
    topic or what is proposed.

    `talking` says that a proposal has had the answer "let us talk about it", and no other yet.
    """

    what: What
    id: UUID
    since: date | None
    promised: date | None
    passed: bool
    about: str
    title: Words | None
    talking: bool = False


@dataclass(frozen=True, slots=True)
class NextStep:
    """A citizen's next step as it stands in a list."""

    id: UUID
    title: Words
    state: str
    ball: BallView | None
    day: date | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class FreshWin:
    """A citizen's own win that nobody has answered with praise yet."""

    id: UUID
    text: Words
    on: date


@dataclass(frozen=True, slots=True)
class Gathering:
    """The next meeting: when, and where; `agreed` says that the time holds, `here` that the citizen has come to it."""

    id: UUID
    starts: datetime
    place: str
    agreed: bool
    here: bool


@dataclass(frozen=True, slots=True)
class CitizenRow:
    """One citizen in the list. `matters` is what waits for the reader, the most pressing first."""

    plan_id: UUID
    name: str
    token: str | None
    next: NextStep | None
    meeting: Gathering | None
    matters: tuple[Matter, ...]
    wins: tuple[FreshWin, ...]
    still: bool

    @property
    def matter(self) -> Matter | None:
        """The one thing to do."""
        return self.matters[0] if self.matters else None

    @property
    def group(self) -> str:
        """Where in the list it stands: `here`, `asked`, `late`, `waiting`, `wins` or `quiet`."""
        if self.meeting and self.meeting.here:
            return "here"
        if self.matter and self.matter.what == "call":
            return "asked"
        if self.matter:
            return "late" if self.matter.passed else "waiting"
        return "wins" if self.wins else "quiet"


@dataclass(frozen=True, slots=True)
class CourtLine:
    """What a leader reads of something that waits for the municipality: whom to talk to and since when, no contents."""

    what: What
    contact: str | None
    department: str | None
    phone: str | None
    since: date | None
    promised: date | None
    passed: bool
    days: int
    talking: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """What a professional meets first on a citizen's page, beside the way itself.

    `may_rest` says that the reader themselves can let the next step rest.
    """

    mine: tuple[StepView, ...]
    fresh_wins: tuple[WinView, ...]
    reached: tuple[MilestoneView, ...]
    coming: MilestoneView | None
    law: tuple[StepView, ...]
    still: bool
    may_rest: bool
    praise_due: bool
