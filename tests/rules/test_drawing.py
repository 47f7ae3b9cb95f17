"""One step as it is drawn: whose turn, which day, and what has gone by."""

from datetime import date, datetime
from typing import Any

import pytest
from sketch import NAMES, TODAY, step, viewer

from minplan.journey.drawing import ball_of, date_passed, day_of
from minplan.journey.views import BallView
from minplan.words import words_of

BEFORE, AFTER = date(2026, 11, 15), date(2026, 11, 18)


def drawn(row: Any, who: str = "citizen", names: Any = NAMES) -> BallView | None:
    return ball_of(row, viewer(who), "Amira", names, TODAY)


@pytest.mark.parametrize(
    ("ball", "name", "turns"),
    [
        ("citizen", None, (True, False, False)),
        ("both", None, (True, True, False)),
        ("other", "Lægen", (False, False, False)),
        ("municipality", None, (False, True, False)),
        ("municipality", "Bo", (False, True, False)),
        ("municipality", "Tove", (False, False, True)),
        ("municipality", "Ydelse", (False, True, False)),  # nobody on the plan: the contact finds out
    ],
)
def test_whose_turn(ball: str, name: str | None, turns: tuple[bool, ...]) -> None:
    row = step(ball=ball, ball_name=name)
    assert tuple(drawn(row, who).mine for who in ("citizen", "contact", "team")) == turns


@pytest.mark.parametrize(
    ("ball", "name", "who"),
    [
        ("citizen", None, "Amira"),
        ("municipality", None, "Bo"),
        ("municipality", "Ydelse", "Ydelse"),
        ("both", None, "Bo"),
        ("other", "Lægen", "Lægen"),
    ],
)
def test_who_exactly(ball: str, name: str | None, who: str) -> None:
    assert drawn(step(ball=ball, ball_name=name)).name == who


def test_without_a_contact_nobody_is_named() -> None:
    assert drawn(step(ball="municipality"), names=()).name is None


@pytest.mark.parametrize("state", ["done", "detour", "declined"])
def test_what_needs_nobody_has_no_ball(state: str) -> None:
    assert drawn(step(state, ball="citizen")) is None


@pytest.mark.parametrize(
    ("state", "fields", "promised", "passed"),
    [
        ("active", {"when_on": AFTER}, AFTER, False),
        ("later", {"when_on": TODAY}, TODAY, False),  # the day itself is not over
        ("active", {"when_on": BEFORE}, BEFORE, True),
        ("active", {"when_at": datetime(2026, 11, 15, 10)}, BEFORE, True),
        ("waiting", {"until": BEFORE, "when_on": AFTER}, BEFORE, True),
        ("resting", {"until": AFTER, "when_on": BEFORE}, AFTER, False),
        ("suggested", {"when_on": BEFORE}, None, False),  # a suggestion promises nothing yet
    ],
)
def test_the_municipality_stands_by_a_day(state: str, fields: dict, promised: date | None, passed: bool) -> None:
    ball = drawn(step(state, ball="municipality", since=BEFORE, **fields))
    assert (ball.promised, ball.passed) == (promised, passed)


@pytest.mark.parametrize("holder", ["citizen", "both", "other"])
def test_nobody_else_promises(holder: str) -> None:
    ball = drawn(step(ball=holder, when_on=BEFORE))
    assert (ball.promised, ball.passed) == (None, False)


def test_an_own_day_that_went_by_is_known_and_the_municipalitys_is_not_the_citizens_fault() -> None:
    assert date_passed(step(when_on=BEFORE), TODAY)
    assert not date_passed(step(when_on=TODAY), TODAY)
    assert not date_passed(step(ball="municipality", when_on=BEFORE), TODAY)
    assert not date_passed(step("done", when_on=BEFORE), TODAY)
    assert not date_passed(step(), TODAY)


def test_the_day_that_a_step_speaks_of() -> None:
    assert day_of(step("waiting", until=AFTER, when_on=BEFORE)) == AFTER
    assert day_of(step("later", until=AFTER, when_on=BEFORE)) == BEFORE
    assert day_of(step("resting", when_on=BEFORE)) is None


def test_words_of_a_row() -> None:
    row = step(why_body="Derfor", why_lang="da", why_slots=None)
    assert words_of(row, "why").text == "Derfor"
    assert words_of(row, "learned") is None
