"""Rule: by which day the municipality promises an answer. Weekends and Danish holidays do not count."""

from datetime import date, timedelta


def promised_day(asked_on: date, working_days: int) -> date:
    """The day that lies `working_days` Danish working days after `asked_on`."""
    from holidays.countries import Denmark  # a large library that only a promise needs

    # With the days on which town halls are shut by custom: nobody answers on Christmas Eve.
    closed = Denmark(categories=("public", "optional"))
    day = asked_on
    while working_days > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in closed:
            working_days -= 1
    return day
