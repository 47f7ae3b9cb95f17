"""Time comes from one place, and that place can be set."""

from datetime import UTC, date, datetime, timedelta

import pytest

from minplan import clock


def test_the_clock_starts_where_it_is_told_and_runs_on() -> None:
    moment = datetime(2026, 12, 3, 10, tzinfo=UTC)
    clock.start(moment)
    assert moment <= clock.now() < moment + timedelta(seconds=5)


def test_today_is_the_danish_date_even_when_it_is_still_yesterday_in_utc() -> None:
    clock.start(datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    assert clock.today() == date(2026, 7, 2)


def test_a_date_is_that_morning_and_a_time_without_zone_is_danish() -> None:
    assert clock.parse("2026-12-03") == datetime(2026, 12, 3, 8, tzinfo=UTC)
    assert clock.parse("2026-07-03T10:00") == datetime(2026, 7, 3, 8, tzinfo=UTC)
    assert clock.parse("2026-07-03T10:00Z") == datetime(2026, 7, 3, 10, tzinfo=UTC)
    assert clock.parse("") is None


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        clock.parse("yesterday")
