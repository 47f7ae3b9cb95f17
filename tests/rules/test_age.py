"""The day of birth in a Danish id number, and who is not yet 18."""

from datetime import date

import pytest

from minplan.identity import born, is_minor


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("010190-1234", date(1990, 1, 1)),
        ("0101903234", date(1990, 1, 1)),
        ("010136-4234", date(2036, 1, 1)),
        ("010137-4234", date(1937, 1, 1)),
        ("010157-5234", date(2057, 1, 1)),
        ("010158-5234", date(1858, 1, 1)),
        ("010110-8234", date(2010, 1, 1)),
        ("010136-9234", date(2036, 1, 1)),
        ("010137-9234", date(1937, 1, 1)),
        ("610190-1234", date(1990, 1, 1)),  # of somebody without a number of their own
        ("290200-4234", date(2000, 2, 29)),
        ("300290-1234", None),
        ("010190-123", None),
        ("٠١٠١٩٠-١٢٣٤", date(1990, 1, 1)),
        ("", None),
    ],
)
def test_the_seventh_digit_tells_the_century(number: str, day: date | None) -> None:
    assert born(number) == day


@pytest.mark.parametrize(
    ("number", "on", "minor"),
    [
        ("2211084234", date(2026, 11, 22), False),
        ("2311084234", date(2026, 11, 22), True),
        ("2902084234", date(2026, 2, 28), True),
        ("2902084234", date(2026, 3, 1), False),
        ("0101901234", date(2026, 11, 22), False),
        ("nonsense", date(2026, 11, 22), False),
    ],
)
def test_eighteen_is_reached_on_the_day(number: str, on: date, minor: bool) -> None:
    assert is_minor(number, on) is minor
