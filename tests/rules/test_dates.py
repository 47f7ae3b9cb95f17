"""Days as people say them, in every language."""

from datetime import UTC, date, datetime

import pytest

from minplan.language import day, moment, short_day

TODAY = date(2026, 11, 22)
THURSDAY = date(2026, 12, 3)
AT_TEN = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("da", ("torsdag den 3. december", "den 3. december", "torsdag den 3. december kl. 10.00")),
        ("en", ("Thursday 3 December", "3 December", "Thursday 3 December at 10:00")),
        ("ar", ("الخميس 3 ديسمبر", "3 ديسمبر", "الخميس 3 ديسمبر الساعة 10:00")),
    ],
)
def test_a_day_this_year_is_said_without_the_year(lang: str, expected: tuple[str, str, str]) -> None:
    assert (day(THURSDAY, lang, TODAY), short_day(THURSDAY, lang, TODAY), moment(AT_TEN, lang, TODAY)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("da", "mandag den 1. marts 2027"),
        ("en", "Monday 1 March 2027"),
        ("ar", "الاثنين 1 مارس 2027"),
        ("xx", "⟦mandag den 1. marts 2027⟧"),
    ],
)
def test_another_year_is_said(lang: str, expected: str) -> None:
    assert day(date(2027, 3, 1), lang, TODAY) == expected


def test_a_moment_is_told_by_the_clocks_of_copenhagen() -> None:
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert moment(summer, "da", TODAY) == "torsdag den 2. juli kl. 00.30"


def test_the_year_around_midnight_is_that_of_copenhagen() -> None:
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert moment(new_year, "en", TODAY) == "Friday 1 January 2027 at 00:30"
