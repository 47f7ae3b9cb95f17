"""Where each thing stands is a rule of its kind, its words, its tracks and the citizen's yes alone."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from minplan.sync.standing import MAY, Seen, standing
from minplan.words import Words

STEP, TEXT, OLD, WIN, GOAL, PLAN = (uuid4() for _ in range(6))
WORDS = Words("Gå en tur", "da")


def way(**parts: Any) -> Any:
    none = dict.fromkeys(("behind", "open", "suggestions", "goals", "wins"), ())
    return SimpleNamespace(**(none | {"horizon": None} | parts))


def step(kind: str = "own", tracks: tuple[str, ...] = ("health",), state: str = "active") -> Any:
    return SimpleNamespace(id=STEP, title_id=TEXT, title=WORDS, kind=kind, tracks=tracks, state=state)


def state(
    of: UUID, drawn: Any, shown: dict[UUID, UUID] | None = None, hidden: str = "", theirs: Any = ()
) -> str | None:
    found = standing(Seen(drawn, shown or {}, {hidden} - {""}, theirs), (PLAN, TEXT)).get(of)
    return found.state if found else None


@pytest.mark.parametrize(
    ("kind", "shown", "hidden", "is_"),
    [
        ("own", {}, "", "own"), ("own", {STEP: TEXT}, "", "shown"), ("own", {STEP: OLD}, "", "ended"),
        ("agreed", {}, "", "in"), ("law", {}, "", "in"), ("agreed", {STEP: TEXT}, "", "in"),
        ("own", {STEP: TEXT}, "health", "hidden"), ("law", {}, "health", "hidden"), ("own", {}, "work", "own"),
    ],
)  # fmt: skip
def test_a_step(kind: str, shown: dict[UUID, UUID], hidden: str, is_: str) -> None:
    assert state(STEP, way(open=(step(kind),)), shown, hidden) == is_


def test_a_second_track_that_is_hidden_hides_it_too() -> None:
    assert state(STEP, way(behind=(step("agreed", ("work", "health")),)), {}, "health") == "hidden"


def test_what_a_professional_suggests_as_the_citizens_own_is_not_theirs_to_show_before_they_say_yes() -> None:
    assert state(STEP, way(suggestions=(step(),))) is None
    assert state(STEP, way(suggestions=(step("agreed"),))) == "in"


def test_a_step_that_nobody_has_answered_is_told_from_one_that_is_agreed() -> None:
    drawn = way(suggestions=(step("agreed", state="suggested"),)), way(open=(step("agreed"),))
    assert [standing(Seen(each, {}, (), ()), None)[STEP].offered for each in drawn] == [True, False]


def test_a_goal_is_the_citizens_unless_the_municipality_wrote_it() -> None:
    goal = SimpleNamespace(id=GOAL, title_id=TEXT, title=WORDS, track="health")
    assert state(GOAL, way(goals=(goal,))) == "own"
    assert state(GOAL, way(goals=(goal,)), {GOAL: TEXT}) == "shown"
    assert state(GOAL, way(goals=(goal,)), theirs={GOAL}) == "in"
    assert state(GOAL, way(goals=(goal,)), theirs={GOAL}, hidden="health") == "hidden"


@pytest.mark.parametrize(
    ("by", "at", "kind", "hidden", "is_"),
    [
        (None, None, "own", "", "own"), ("Bo", None, "own", "", None), (None, STEP, "own", "", "beside"),
        (None, STEP, "agreed", "", "own"), (None, STEP, "agreed", "health", "hidden"),
        (None, GOAL, "own", "", "beside"),
    ],
)  # fmt: skip
def test_a_win_goes_no_further_than_its_step_and_praise_nowhere(
    by: str | None, at: UUID | None, kind: str, hidden: str, is_: str | None
) -> None:
    win = SimpleNamespace(id=WIN, text_id=TEXT, text=WORDS, by=by, step_id=at)
    assert state(WIN, way(open=(step(kind),), wins=(win,)), {}, hidden) == is_


def test_a_good_life_is_there_when_it_has_words() -> None:
    assert state(PLAN, way()) is None
    assert state(PLAN, way(horizon=WORDS)) == "own" and state(PLAN, way(horizon=WORDS), {PLAN: TEXT}) == "shown"


def test_only_what_is_the_citizens_can_be_said_yes_to() -> None:
    assert {"own", "ended"} == MAY
