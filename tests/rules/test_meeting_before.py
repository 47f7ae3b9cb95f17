"""Which times can be proposed, and what somebody may need without asking."""

from datetime import UTC, datetime, timedelta

import pytest

from minplan.errors import Invalid
from minplan.meeting.before import rule

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)
SOON, LATER = NOW + timedelta(days=1), NOW + timedelta(days=2)


def test_times_come_in_their_order_and_each_once() -> None:
    assert rule.times([LATER, None, SOON], NOW) == [SOON, LATER]
    assert rule.times([SOON, SOON], NOW) == [SOON]


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([], {"on1": "required"}),
        ([None, None], {"on1": "required"}),
        ([SOON, NOW], {"on2": "past"}),
        ([NOW + timedelta(days=400)], {"on1": "too_far"}),
        ([SOON, LATER, SOON, LATER], {"on4": "unknown"}),
    ],
)
def test_what_cannot_be_proposed_is_named_by_its_row(rows: list[datetime | None], faults: dict[str, str]) -> None:
    with pytest.raises(Invalid) as found:
        rule.times(rows, NOW)
    assert found.value.fields == faults


def test_what_the_law_asks_for_the_municipality_says() -> None:
    rule.check_kind("law", by_citizen=False)
    with pytest.raises(Invalid, match="kind: unknown"):
        rule.check_kind("law", by_citizen=True)


def test_something_else_needs_words_and_an_interpreter_a_language() -> None:
    rule.check_needs(["quiet", "companion"], has_words=False, language=None)
    with pytest.raises(Invalid, match="text: required"):
        rule.check_needs(["other"], has_words=False, language=None)
    with pytest.raises(Invalid, match="language: required"):
        rule.check_needs(["interpreter"], has_words=True, language=None)


def test_only_a_no_has_to_say_why() -> None:
    rule.check_answer(met=True, has_words=False)
    with pytest.raises(Invalid, match="text: required"):
        rule.check_answer(met=False, has_words=False)


def test_more_time_is_the_next_length_that_there_is() -> None:
    assert [rule.longer(minutes) for minutes in (30, 50, 180)] == [45, 60, 180]
