"""Rule: to what a yes was said, and what it turns into steps."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from minplan.errors import Invalid
from minplan.meeting.outcome import rule


def agreement(**values: Any) -> Any:
    said = {"id": UUID(int=1), "kind": "agreed", "law": None, "what_id": UUID(int=2), "why_id": None, "ball": "citizen"}
    return SimpleNamespace(**said | {"ball_name": None, "when_on": None, "by_side": "municipality"} | values)


def confirmation(**values: Any) -> Any:
    return SimpleNamespace(**{"side": "citizen", "says": "agree", "how": "own", "about": ""} | values)


@pytest.mark.parametrize("change", [{"kind": "own"}, {"ball": "both"}, {"when_on": "x"}, {"what_id": uuid4()}])
def test_other_words_are_another_mark(change: dict[str, Any]) -> None:
    assert rule.digest([agreement()]) != rule.digest([agreement(**change)])


def test_the_order_in_which_they_stand_is_no_change() -> None:
    one, other = agreement(), agreement(id=UUID(int=9))
    assert rule.digest([one, other]) == rule.digest([other, one]) != rule.digest([one])


def test_a_workplace_speaks_of_what_it_was_shown() -> None:
    shown, other = agreement(), agreement(id=UUID(int=9))
    said = confirmation(about=str(shown.id), digest=rule.digest([shown]))
    assert rule.stands(said, [shown, other], [])
    assert not rule.stands(said, [agreement(kind="own"), other], [])


@pytest.mark.parametrize(
    ("said", "voice"),
    [([], None), ([{"how": "joined"}], None), ([{}], True), ([{"says": "differently"}], False),
     ([{"says": "differently"}, {}], True), ([{"side": "municipality"}], None)],
)  # fmt: skip
def test_the_voice_of_a_side(said: list[dict[str, Any]], voice: bool | None) -> None:
    assert rule.voice([confirmation(**each) for each in said], "citizen") is voice


@pytest.mark.parametrize(
    ("kind", "by", "citizen", "municipality", "closing", "becomes"),
    [("agreed", "municipality", True, None, False, True), ("agreed", "citizen", True, None, False, False),
     ("agreed", "citizen", True, True, False, True), ("agreed", "municipality", True, False, False, False),
     ("agreed", "municipality", None, True, True, False), ("own", "citizen", True, None, False, True),
     ("own", "citizen", False, True, True, False), ("law", "municipality", False, None, False, False),
     ("law", "municipality", False, False, True, True), ("law", "municipality", True, None, False, True)],
)  # fmt: skip
def test_what_becomes_a_step(
    kind: str, by: str, citizen: bool | None, municipality: bool | None, closing: bool, becomes: bool
) -> None:
    assert rule.becomes_step(agreement(kind=kind, by_side=by), citizen, municipality, closing) is becomes


@pytest.mark.parametrize(
    ("kind", "law", "ball", "by_citizen"),
    [("law", "LAB § 31", "citizen", True), ("law", "", "citizen", False), ("law", "LAB § 31", "other", False),
     ("maybe", None, "citizen", False)],
)  # fmt: skip
def test_a_kind_that_cannot_be(kind: str, law: str | None, ball: str, by_citizen: bool) -> None:
    with pytest.raises(Invalid):
        rule.check_kind(kind, law, ball, by_citizen)
