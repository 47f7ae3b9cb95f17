"""Rule: to what a yes was said, and what it turns into steps."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from minplan.errors import Invalid
from minplan.meeting.outcome import rule


def agreement(**values: Any) -> Any:
    said = {"id": UUID(int=1), "kind": "agreed", "law": None, "what_id": UUID(int=2), "why_id": None, "ball": "citizen"}
    said |= {"ball_name": None, "when_on": None, "milestone_id": None, "by_side": "municipality"}
    return SimpleNamespace(**said | values)


def confirmation(**values: Any) -> Any:
    return SimpleNamespace(**{"side": "citizen", "says": "agree", "how": "own", "about": ""} | values)


@pytest.mark.parametrize("change", [{"kind": "own"}, {"ball": "both"}, {"when_on": "x"}, {"milestone_id": uuid4()}])
def test_other_words_are_another_mark(change: dict[str, Any]) -> None:
    assert rule.digest([agreement()]) != rule.digest([agreement(**change)])


def test_the_order_in_which_they_stand_is_no_change() -> None:
    one, other = agreement(), agreement(id=UUID(int=9))
    assert rule.digest([one, other]) == rule.digest([other, one]) != rule.digest([one])


def test_a_workplace_speaks_of_what_it_was_shown() -> None:
    shown, other = agreement(), agreement(id=UUID(int=9))
    said = confirmation(side="workplace", about=str(shown.id), digest=rule.digest([shown]))
    assert rule.about(said) == {shown.id} and rule.stands(said, [shown, other], [])
    assert not rule.stands(said, [agreement(kind="own"), other], [])


@pytest.mark.parametrize(
    ("said", "voice"),
    [([], None), ([{"how": "joined"}], None), ([{}], True), ([{"says": "differently"}], False),
     ([{"says": "differently"}, {}], True), ([{}, {"says": "differently"}], False), ([{"side": "municipality"}], None)],
)  # fmt: skip
def test_of_a_citizens_words_the_last_one_counts(said: list[dict[str, Any]], voice: bool | None) -> None:
    assert rule.voice([confirmation(**{"at": at} | each) for at, each in enumerate(said)], "citizen") is voice


CONTACT, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("contact", "other", "voice"),
    [(None, None, None), (None, "agree", True), (None, "differently", False), ("agree", "differently", True),
     ("differently", "agree", False)],
)  # fmt: skip
def test_a_colleague_outvotes_no_contact(contact: str | None, other: str | None, voice: bool | None) -> None:
    words = ((OTHER, other), (CONTACT, contact))
    said = [confirmation(side="municipality", person_id=who, says=word) for who, word in words if word]
    assert rule.voice(said, "municipality", {CONTACT}) is voice


@pytest.mark.parametrize(("about", "covered"), [("", True), ("none", False), (str(UUID(int=1)), True)])
def test_a_yes_covers_what_was_read(about: str, covered: bool) -> None:
    assert rule.covers(confirmation(about=about), UUID(int=1)) is covered
    assert not rule.about(confirmation(about=about))


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


@pytest.mark.parametrize("ball", ["municipality", "both"])
@pytest.mark.parametrize("kind", ["own", "agreed"])
def test_what_the_municipality_is_to_do_needs_its_voice(kind: str, ball: str) -> None:
    written = agreement(kind=kind, ball=ball, by_side="citizen")
    assert not rule.becomes_step(written, True, None, False)
    assert rule.becomes_step(written, True, True, False)


@pytest.mark.parametrize(
    ("kind", "ball", "was", "municipality", "becomes"),
    [("own", "citizen", ("agreed", "citizen"), None, False), ("own", "citizen", ("own", "both"), None, False),
     ("own", "citizen", ("own", "citizen"), None, True), ("own", "citizen", ("law", "citizen"), None, False),
     ("own", "citizen", ("agreed", "citizen"), True, True), ("own", "other", ("own", "other"), None, True)],
)  # fmt: skip
def test_a_step_takes_the_voices_of_what_it_was(
    kind: str, ball: str, was: tuple[str, str], municipality: bool | None, becomes: bool
) -> None:
    step = {"kind": was[0], "ball": was[1]}
    written = agreement(kind=kind, ball=ball, by_side="citizen")
    assert rule.becomes_step(written, True, municipality, False, step) is becomes


def test_the_law_changes_no_agreed_step_without_a_yes() -> None:
    written, step = agreement(kind="law"), {"kind": "agreed", "ball": "citizen"}
    assert not rule.becomes_step(written, None, True, True, step)
    assert rule.becomes_step(written, True, None, False, step)


@pytest.mark.parametrize(
    ("kind", "law", "ball", "by_citizen"),
    [("law", "LAB § 31", "citizen", True), ("law", "", "citizen", False), ("law", "LAB § 31", "other", False),
     ("maybe", None, "citizen", False)],
)  # fmt: skip
def test_a_kind_that_cannot_be(kind: str, law: str | None, ball: str, by_citizen: bool) -> None:
    with pytest.raises(Invalid):
        rule.check_kind(kind, law, ball, by_citizen)
