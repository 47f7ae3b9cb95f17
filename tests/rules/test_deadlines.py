"""On which day a deadline of the law falls: holidays, weekends, leap years, and the hour in Denmark."""

from datetime import UTC, date, datetime

import pytest

from minplan import clock
from minplan.content import Deadline, rights_shelf
from minplan.rights import by_when, due


def after(count: int, unit: str, start: date, who: str = "citizen", certainty: str = "confirmed") -> date | None:
    return due(Deadline(count, unit, who, "decision", certainty), start)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("weeks", "received", "last"),
    [
        (4, "2026-11-02", "2026-11-30"),  # a Monday, and the same weekday four weeks on
        (4, "2026-11-21", "2026-12-21"),  # received on a Saturday: the last day would be one, and is the Monday
        (4, "2026-11-22", "2026-12-21"),
        (4, "2026-11-26", "2026-12-28"),  # Christmas Eve, two Christmas days and a Sunday
        (4, "2026-12-03", "2027-01-04"),  # New Year's Eve, New Year's Day and a weekend
        (4, "2026-05-08", "2026-06-08"),  # Constitution Day is a Friday
        (4, "2026-03-05", "2026-04-07"),  # Maundy Thursday to Easter Monday
        (4, "2026-04-16", "2026-05-15"),  # Ascension Day, and the day after it is a working day
        (4, "2026-04-27", "2026-05-26"),  # Whit Monday
        (4, "2024-03-29", "2024-04-26"),  # Great Prayer Day is an ordinary day since 2024
        (4, "2023-04-07", "2023-05-08"),  # and was none before
        (4, "2026-04-03", "2026-05-01"),  # the 1st of May is an ordinary day by law
        (4, "2028-02-01", "2028-02-29"),
    ],
)
def test_the_last_day_to_complain(weeks: int, received: str, last: str) -> None:
    assert after(weeks, "weeks", date.fromisoformat(received)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        ("2026-11-16", "2026-11-25"),  # Monday, and one weekend
        ("2026-11-21", "2026-12-01"),  # asked on a Saturday
        ("2026-12-18", "2026-12-30"),  # Christmas Day and its second day fall on a Friday and a Saturday
        ("2026-03-31", "2026-04-14"),  # Maundy Thursday, Good Friday, Easter Monday
        ("2026-05-13", "2026-05-26"),  # Ascension Day and Whit Monday
    ],
)
def test_seven_working_days_for_the_municipality(asked: str, last: str) -> None:
    assert after(7, "working_days", date.fromisoformat(asked), "authority") == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-22", 1, "2026-12-22"),
        ("2028-02-29", 12, "2029-02-28"),
    ],
)
def test_months_are_months_of_the_calendar(start: str, months: int, last: str) -> None:
    assert after(months, "months", date.fromisoformat(start), "authority") == date.fromisoformat(last)


def test_a_promise_of_the_municipality_is_not_made_longer_by_a_weekend() -> None:
    assert after(4, "weeks", date(2026, 11, 21), "authority") == date(2026, 12, 19)
    assert after(12, "months", date(2026, 11, 22)) == date(2027, 11, 22)
    assert after(35, "days", date(2026, 11, 22)) == date(2026, 12, 28)  # the 27th is a Sunday


@pytest.mark.parametrize(
    ("instant", "last"),
    [
        (datetime(2026, 11, 1, 23, 30, tzinfo=UTC), date(2026, 11, 30)),  # half past midnight on Monday in Denmark
        (datetime(2026, 11, 2, 22, 59, tzinfo=UTC), date(2026, 11, 30)),
        (datetime(2026, 7, 5, 22, 30, tzinfo=UTC), date(2026, 8, 3)),  # two hours ahead in summer
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), date(2026, 11, 23)),  # and one, from that night on
        (datetime(2026, 3, 29, 22, 30, tzinfo=UTC), date(2026, 4, 27)),
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 4, 27)),  # a Saturday still: Saturday, so Monday
    ],
)
def test_an_instant_is_the_day_of_a_danish_calendar(instant: datetime, last: date) -> None:
    clock.start(clock.parse("2026-11-22"))
    assert by_when("klage_4_uger", instant) == last


@pytest.mark.parametrize("certainty", ["known", "unsure"])
def test_never_from_what_is_uncertain(certainty: str) -> None:
    assert after(14, "days", date(2026, 11, 2), certainty=certainty) is None


@pytest.mark.parametrize("unit", ["working_days", "days", "weeks", "months"])
def test_the_end_of_all_calendars_is_no_error(unit: str) -> None:
    assert after(7, unit, date.max) is None


@pytest.mark.parametrize(
    ("right", "last"),
    [
        ("klage_4_uger", date(2026, 12, 21)),
        ("aktindsigt", date(2026, 12, 1)),
        ("mundtlig_afgoerelse", None),  # nobody is sure of its fourteen days
        ("bisidder", None),
        ("no_such_right", None),
    ],
)
def test_the_day_of_a_right(right: str, last: date | None) -> None:
    clock.start(clock.parse("2026-11-22"))
    assert by_when(right, date(2026, 11, 21)) == last


def test_a_right_that_nobody_has_read_anew_gives_no_day() -> None:
    clock.start(clock.parse("2028-11-22"))
    assert by_when("klage_4_uger", date(2028, 11, 20)) is None


CERTAIN = "aktindsigt klage_4_uger genvurdering indsigt_gdpr indsigt_log berigtigelse ombudsmand"


@pytest.mark.parametrize(("day", "certain"), [("2026-11-22", CERTAIN), ("2027-01-01", CERTAIN), ("2028-11-22", "")])
def test_only_of_these_a_day_is_counted(day: str, certain: str) -> None:
    """Never of what was read in older words, such as `integrationskontrakt`, until it is signed."""
    clock.start(clock.parse(day))
    assert {right for right in rights_shelf().rights if by_when(right, clock.today())} == set(certain.split())
