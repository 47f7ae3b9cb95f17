"""Who has been somebody's contact person, and how many."""

from datetime import date

from minplan.handover.rule import Change, most_have_had, periods
from minplan.words import Words

JAN, MAY, NOV = date(2026, 1, 5), date(2026, 5, 4), date(2026, 11, 2)
WHY = Words("Nyt arbejde", "da")


def test_one_follows_the_other_without_a_gap() -> None:
    found = periods(JAN, [Change(MAY, "Anna", "Bo", WHY), Change(NOV, "Bo", "Clara", None)], "Clara")
    assert [(each.name, each.since, each.until, each.why) for each in found] == [
        ("Clara", NOV, None, None), ("Bo", MAY, NOV, None), ("Anna", JAN, MAY, WHY),
    ]  # fmt: skip


def test_the_first_ever_comes_after_nobody() -> None:
    assert periods(JAN, [], None) == ()
    assert [(each.name, each.since) for each in periods(JAN, [Change(MAY, None, "Bo", WHY)], "Bo")] == [("Bo", MAY)]


def test_half_of_the_citizens_have_had_at_most_so_many() -> None:
    assert [most_have_had(each) for each in ([], [1], [1, 3], [1, 2, 5], [0, 4, 4, 4])] == [0, 1, 1, 2, 4]
