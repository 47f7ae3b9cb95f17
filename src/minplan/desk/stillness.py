"""Rule: a plan that has long been still brings its subgoals and wins forward. Nobody's days are counted."""

from collections.abc import Iterable
from datetime import date, timedelta

LONG = timedelta(days=30)


def since(today: date) -> date:
    """The first day of the time that the rule looks back over."""
    return today - LONG


def is_still(begun: date, moved: bool, today: date) -> bool:
    """Whether a plan that is old enough has had no change; `moved` says that it has had one since `since(today)`."""
    return not moved and begun <= since(today)


def praise_due(begun: date, praised_on: Iterable[date], today: date) -> bool:
    """Whether the citizen has heard no praise for so long that a professional is reminded."""
    return begun <= since(today) and all(day <= since(today) for day in praised_on)
