"""Rule: the little of a way that somebody is shown to whom the citizen gave a part. What was not given is not in it."""

from dataclasses import dataclass
from datetime import date, datetime

from minplan.access import Viewer
from minplan.journey import BallView, StepView, Way, WinView
from minplan.words import Words


@dataclass(frozen=True, slots=True)
class StepGlimpse:
    """A step by its title. `ball` stands at the next step alone, the day only where days are given."""

    title: Words
    state: str
    is_next: bool
    ball: BallView | None = None
    when_on: date | None = None
    when_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is given is a value, what is not is None; so an empty list says that there is nothing yet."""

    next: StepGlimpse | None
    dates: tuple[StepGlimpse, ...] | None
    wins: tuple[WinView, ...] | None
    way: tuple[StepGlimpse, ...] | None


def glimpse(viewer: Viewer, way: Way, today: date) -> Glimpse:
    """What `viewer` was given of a way that leaves out already what is hidden from them."""
    days = "dates" in viewer.shares
    return Glimpse(
        next=_step(way.next, days, ball=True) if way.next and "next" in viewer.shares else None,
        dates=tuple(_step(step, True) for step in _coming(way, today)) if days else None,
        wins=way.wins if "wins" in viewer.shares else None,
        way=tuple(_step(step, False) for step in (*way.behind, *way.open)) if "way" in viewer.shares else None,
    )


def _coming(way: Way, today: date) -> list[StepView]:
    dated = [(day, step) for step in way.open if (day := _day(step)) and day >= today]
    return [step for _, step in sorted(dated, key=lambda each: each[0])]


def _day(step: StepView) -> date | None:
    return step.when_at.date() if step.when_at else step.when_on


def _step(step: StepView, days: bool, ball: bool = False) -> StepGlimpse:
    when = (step.when_on, step.when_at) if days else (None, None)
    return StepGlimpse(step.title, step.state, step.is_next, step.ball if ball else None, *when)
