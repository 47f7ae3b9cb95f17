"""Which openings a spot check looks at: the odd ones, and a small sample that comes out the same each time."""

from collections import namedtuple
from datetime import datetime
from uuid import UUID

from minplan.office.worth_a_look import MANY, SAMPLE, lines

NAMES = "id person_id plan_id at what relation name role department reason checked_at checker citizen"
Row = namedtuple("Row", NAMES.split())


def opened(number: int, person: int = 1, at: str = "2026-11-12T10:00", what: str = "plan", **more: object) -> Row:
    row = Row(number, UUID(int=person), UUID(int=number), datetime.fromisoformat(at), what, "contact", "Bo", "", None,
              None, None, None, "Amira")  # fmt: skip
    return row._replace(**more)


def test_of_ordinary_days_a_few_are_drawn_and_always_the_same() -> None:
    rows = [opened(number) for number in range(1, MANY)]
    drawn = lines(rows)
    assert len(drawn) == SAMPLE and {line.whys for line in drawn} == {("sample",)}
    assert lines(reversed(rows)) == drawn
    other = [opened(number, at="2026-11-13T10:00") for number in range(1, MANY)]
    assert [line.id for line in lines(other)] != [line.id for line in drawn]


def test_what_was_drawn_and_looked_at_stays() -> None:
    rows = [opened(number) for number in range(1, MANY)]
    drawn = {line.id for line in lines(rows)}
    done = next(row for row in rows if row.id not in drawn)._replace(checked_at=datetime(2026, 11, 13), checker="Lone")
    assert done.id in {line.id for line in lines([row if row.id != done.id else done for row in rows])}


def test_many_different_plans_in_a_day_are_told_and_many_pages_of_one_are_not() -> None:
    assert {line.whys for line in lines(opened(number) for number in range(1, MANY + 1))} == {("many",)}
    assert [line.whys for line in lines(opened(1) for _ in range(99))] == [("sample",)]


def test_hours_are_the_municipalitys() -> None:
    odd = ("2026-11-12T06:59", "2026-11-12T18:00", "2026-11-14T10:00")
    assert {lines([opened(1, at=at)])[0].whys for at in odd} == {("hours",)}
    assert {lines([opened(1, at=at)])[0].whys for at in ("2026-11-12T07:00", "2026-11-12T17:59")} == {("sample",)}


def test_a_line_that_has_grown_is_to_be_looked_at_again() -> None:
    rows = [opened(1, checked_at=datetime(2026, 11, 12, 11)), opened(1, at="2026-11-12T12:00")]
    assert lines(rows)[0].checked_at is None


def test_the_list_of_ones_citizens_is_nobodys_choice() -> None:
    listed = [opened(number, what="list", at="2026-11-12T06:59") for number in range(1, MANY + 9)]
    assert lines(listed) == []
    assert [line.whys for line in lines([*listed, opened(1)])] == [("sample",)]
