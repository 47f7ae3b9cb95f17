"""When somebody is asked after a meeting: seldom, and while they remember it."""

from datetime import date
from uuid import UUID

import pytest

from minplan.feelings.pulse import asked_about

TODAY = date(2026, 11, 16)
FIRST, SECOND = UUID(int=1), UUID(int=2)
CLOSED = [(date(2026, 11, 2), FIRST), (date(2026, 11, 9), SECOND)]


@pytest.mark.parametrize(
    ("closed", "kept", "about"),
    [
        ([], [], None),
        (CLOSED, [], SECOND),
        (CLOSED, [date(2026, 10, 16)], SECOND),
        (CLOSED, [date(2026, 10, 17)], None),
        (CLOSED, [date(2026, 1, 1), date(2026, 11, 16)], None),
        ([(date(2026, 10, 17), FIRST)], [], FIRST),
        ([(date(2026, 10, 16), FIRST)], [], None),
    ],
)
def test_once_a_month_about_the_newest_that_is_not_long_ago(
    closed: list[tuple[date, UUID]], kept: list[date], about: UUID | None
) -> None:
    assert asked_about(TODAY, closed, kept) == about
