"""Rule: who has been somebody's contact person, and how many that were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from minplan.words import Words

YEAR = timedelta(days=365)
TO_WRITE = timedelta(days=60)  # so long the old contact person may write what the new one should know


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which somebody became the contact person, and why. `before` is None where nobody was."""

    on: date
    before: str | None
    after: str
    reason: Words | None


@dataclass(frozen=True, slots=True)
class Period:
    """A contact person from a day until a day, or until now; and why that ended, in the words that were given."""

    name: str
    since: date
    until: date | None
    why: Words | None


def periods(begun: date, changes: Sequence[Change], now: str | None) -> tuple[Period, ...]:
    """Everybody who has been the contact person, the newest first; `changes` in the order in which they came."""
    found, since = [], begun
    for change in changes:
        if change.before is not None:
            found.append(Period(change.before, since, change.on, change.reason))
        since = change.on
    if now is not None:
        found.append(Period(now, since, None, None))
    return tuple(reversed(found))


def chosen(changes: Iterable[tuple[frozenset[str], frozenset[str]]]) -> frozenset[str]:
    """What is hidden because somebody chose it, out of what was hidden before and after each time that they chose."""
    kept = frozenset[str]()
    for before, after in changes:
        kept = (kept | (after - before)) - (before - after)
    return kept


def most_have_had(people: Iterable[int]) -> int:
    """At least half of the citizens have had at most so many contact persons; 0 where there are no citizens."""
    found = list(people)
    return median_low(found) if found else 0
