"""By which day the municipality promises an answer."""

from datetime import date

import pytest

from minplan.promise import promised_day


@pytest.mark.parametrize(
    ("asked", "days", "promised"),
    [
        ("2026-11-16", 2, "2026-11-18"),  # Monday to Wednesday
        ("2026-11-19", 2, "2026-11-23"),  # Thursday: a weekend lies between
        ("2026-11-21", 1, "2026-11-23"),  # asked on a Saturday
        ("2026-11-16", 0, "2026-11-16"),
        ("2026-12-23", 2, "2026-12-29"),  # Christmas Eve, Christmas Day and a weekend
        ("2026-12-30", 1, "2027-01-04"),  # New Year
        ("2026-03-31", 2, "2026-04-07"),  # Maundy Thursday to Easter Monday
        ("2026-05-13", 1, "2026-05-15"),  # Ascension Day
        ("2026-05-22", 1, "2026-05-26"),  # Whit Monday
        ("2024-04-25", 1, "2024-04-26"),  # Great Prayer Day is a working day since 2024
        ("2023-05-04", 1, "2023-05-08"),  # and was none before
        ("2026-06-04", 1, "2026-06-08"),  # Constitution Day: shut by custom
    ],
)
def test_weekends_and_danish_holidays_do_not_count(asked: str, days: int, promised: str) -> None:
    assert promised_day(date.fromisoformat(asked), days) == date.fromisoformat(promised)
