"""The shapes in which the way is shown: plain frozen records, made by the rule in way.py, read by the templates.

Those that a way has many of are named tuples, which cost half of what a frozen dataclass does.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from minplan.words import Words


@dataclass(frozen=True, slots=True)
class BallView:
    """Whose turn. `mine` is the viewer's own turn; `passed` says that the municipality's promised day has gone by.

    `name` is who to show; `named` is the name that somebody gave, None where the holder says it all.
    """

    holder: str
    name: str | None
    mine: bool
    since: date | None
    promised: date | None
    passed: bool
    named: str | None = None


class MilestoneView(NamedTuple):
    """A landmark: reached when all its steps lie behind."""

    id: UUID
    title: Words
    track: str
    reached: bool
    goal_id: UUID
    title_id: UUID


class GoalView(NamedTuple):
    """A goal at the horizon, with its landmarks."""

    id: UUID
    title: Words
    why: Words | None
    track: str
    milestones: tuple[MilestoneView, ...]
    reached: bool
    title_id: UUID
    why_id: UUID | None = None


class WinView(NamedTuple):
    """A win; `by` is None when it is the citizen's own words."""

    id: UUID
    text: Words
    on: date
    by: str | None
    step_id: UUID | None
    praised: bool
    text_id: UUID | None = None


class StepView(NamedTuple):
    """A step as it is drawn."""

    id: UUID
    number: int
    title: Words
    why: Words | None
    learned: Words | None
    kind: str
    law: str | None
    state: str
    is_next: bool
    track: str
    tracks: tuple[str, ...]
    ball: BallView | None
    when_on: date | None
    when_at: datetime | None
    since: date | None
    until: date | None
    done_on: date | None
    date_passed: bool
    joined: str | None
    goal: GoalView | None
    milestone_id: UUID
    arrives: tuple[MilestoneView, ...]
    wins: tuple[WinView, ...]
    after: Words | None
    title_id: UUID  # the versions that a form says it has seen
    why_id: UUID | None
    way: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many steps are done, turned into a new way, on now, waiting, resting, and later.

    Now is the next step, whatever its state, and what else is under way.
    """

    done: int
    detours: int
    now: int
    waiting: int
    resting: int
    later: int


@dataclass(frozen=True, slots=True)
class Way:
    """The whole way for one viewer. `ahead` begins with the next step; `empty_landmarks` have no step yet."""

    behind: tuple[StepView, ...]
    ahead: tuple[StepView, ...]
    open: tuple[StepView, ...]  # all that lies ahead, also what is not shown today or this week
    next: StepView | None
    suggestions: tuple[StepView, ...]
    goals: tuple[GoalView, ...]
    empty_landmarks: tuple[MilestoneView, ...]
    counts: Counts
    wins: tuple[WinView, ...]
    horizon: Words | None
    token: str | None
    show: str
    titles: dict[str, Words]  # of every step that the viewer sees, by id, also where `show` leaves it out
    lost: frozenset[str]  # those among them that were declined: no page shows them any more
