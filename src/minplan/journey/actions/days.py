"""Which day a step speaks of, and which one stands for an answer when no person has named one."""

from datetime import date

from minplan import clock, config
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey.commands import When
from minplan.journey.step import Step
from minplan.promise import promised_day


def answer_by(asked_on: date | None = None) -> date:
    """By which day the municipality answers what is asked on that day, today if no other is named."""
    return promised_day(asked_on or clock.today(), config.settings().answer_days)


def default_day(change: Change) -> date:
    """The day that is promised when nobody names one."""
    return answer_by(change.today)


def named_day(when: When) -> date | None:
    """The day that somebody names, in Denmark; of a clock time its day."""
    return clock.local(when.at).date() if when.at else when.on


def own_day(step: Step) -> date | None:
    """The day of a step's own `when`."""
    return clock.local(step.when_at).date() if step.when_at else step.when_on


def standing_day(step: Step) -> date | None:
    """The day that a step speaks of; where the ball is with the municipality, the promised one."""
    return step.until if step.state in ("waiting", "resting") else own_day(step)


def must_lie_ahead(change: Change, field: str, day: date | None) -> None:
    """Raise Invalid by this field for a day that has gone by: nobody promises it, or looks again then."""
    if day and day < change.today:
        raise Invalid({field: "in_the_past"})
