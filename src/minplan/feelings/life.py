"""Rule: how long what a citizen keeps stays."""

from calendar import monthrange
from datetime import date

MONTHS = 6
CHOICES = (1, 3, 6, 12)


def months_on(since: date, months: int) -> date:
    """The same day so many months on; the last of a month that is shorter."""
    year, month = divmod(since.month - 1 + months, 12)
    year, month = since.year + year, month + 1
    return since.replace(year=year, month=month, day=min(since.day, monthrange(year, month)[1]))


def ends(since: date, months: int) -> date:
    """The last day, so many months on: the last of its month, which tells nobody on which day something was kept."""
    there = months_on(since, months)
    return there.replace(day=monthrange(there.year, there.month)[1])
