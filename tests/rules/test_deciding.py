"""Who decides about a step; and a call that comes before a decision, which comes before its letter."""

from datetime import date, timedelta

import pytest

from minplan.errors import Invalid
from minplan.rights import NewDecision, deciding
from minplan.rights.meaning.rule import check_decision, check_received
from minplan.words import NewText

TODAY = date(2026, 11, 16)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def decision(called: date, decided: date | None = None) -> NewDecision:
    return NewDecision(what=NewText(text="Tilskud til bus", lang="da"), called=called, reached="spoke", decided=decided)


@pytest.mark.parametrize(
    ("kind", "decided", "who", "choice"),
    [
        ("own", False, "you", True),
        ("agreed", False, "both", True),
        ("law", False, "law", False),
        ("agreed", True, "both", True),
        ("law", True, "decision", False),
    ],
)
def test_who_decides_follows_what_kind_of_step_it_is(kind: str, decided: bool, who: str, choice: bool) -> None:
    found = deciding(kind, "active", "citizen", decided)
    assert (found.who, found.is_choice, found.proposed, found.other) == (who, choice, False, False)


def test_what_is_proposed_waits_and_who_is_outside_decides_about_their_own_answer() -> None:
    assert deciding("agreed", "suggested", None, False).proposed
    assert deciding("own", "waiting", "other", False).other


@pytest.mark.parametrize(
    ("said", "kind", "field"),
    [
        (decision(TOMORROW), "law", "called"),
        (decision(TODAY, YESTERDAY), "law", "called"),
        (decision(YESTERDAY, TOMORROW), "law", "decided"),
        (decision(YESTERDAY, TODAY), "own", "what"),
        (decision(YESTERDAY), "agreed", "what"),
    ],
)
def test_nothing_is_decided_before_somebody_has_called(said: NewDecision, kind: str, field: str) -> None:
    with pytest.raises(Invalid) as error:
        check_decision(said, kind, TODAY)
    assert list(error.value.fields) == [field]


def test_the_call_may_be_of_the_same_day_and_the_decision_still_to_come() -> None:
    check_decision(decision(TODAY, TODAY), "law", TODAY)
    check_decision(decision(YESTERDAY), "law", TODAY)


@pytest.mark.parametrize(("day", "decided"), [(TOMORROW, TODAY), (YESTERDAY, TODAY), (TODAY, None)])
def test_no_letter_comes_before_what_it_tells(day: date, decided: date | None) -> None:
    with pytest.raises(Invalid):
        check_received(day, decided, TODAY)
    check_received(TODAY, YESTERDAY, TODAY)
