"""Rule: which day a deadline of the law falls on, counted as Danish administrative law counts.

Sources: the Ministry of Justice's guidance no. 9533 of 26 June 2018 on complaint deadlines (the day of receipt is not
counted; weeks are weeks and months are months; a last day on a day of rest moves on), and forældelsesloven § 27 (the
last of a shorter month; Constitution Day, 24 and 31 December move on as well).
"""

from calendar import monthrange
from datetime import date, timedelta

from minplan.content import Deadline

_ALSO_MOVE_ON = {(6, 5), (12, 24), (12, 31)}


def due(deadline: Deadline, start: date) -> date | None:
    """The last day of `deadline` when it began on `start`, a day of the Danish calendar.

    None where nobody is sure of the deadline, and where no calendar has such a day.
    """
    if deadline.certainty != "confirmed":
        return None
    try:
        last = _counted(deadline, start)
        # Only somebody who has to act is given the next working day; a promise is not made longer.
        return _moved_on(last) if deadline.who == "citizen" else last
    except (OverflowError, ValueError):
        return None


def _counted(deadline: Deadline, start: date) -> date:
    if deadline.unit == "working_days":
        return _after_working_days(start, deadline.count)
    if deadline.unit == "months":
        return _after_months(start, deadline.count)
    return start + timedelta(weeks=deadline.count) if deadline.unit == "weeks" else start + timedelta(deadline.count)


def _after_months(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _after_working_days(start: date, count: int) -> date:
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= not _is_of_rest(day)
    return day


def _moved_on(day: date) -> date:
    while _is_of_rest(day) or (day.month, day.day) in _ALSO_MOVE_ON:
        day += timedelta(days=1)
    return day


def _is_of_rest(day: date) -> bool:
    from holidays.countries import Denmark  # a large library that only a deadline needs

    # The 1st of May is none by law, and neither are the days in `_ALSO_MOVE_ON`: town halls choose to be shut.
    return day.weekday() >= 5 or day in Denmark(years=day.year, categories="public")
