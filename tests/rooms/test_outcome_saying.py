"""What somebody said on a screen of their own only they themselves change, and nobody's words are wiped away."""

from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from gathered import agreed, close, confirm, going_on, notices, outcome
from props import nothing_written

from minplan import meeting
from minplan.errors import Invalid


@pytest.fixture
def where(amira: Plan) -> UUID:
    """A meeting that is going on, with one agreement."""
    here = going_on(amira)
    agreed(amira, here)
    return here


def told(amira: Plan, where: UUID) -> list[tuple[str, str, str | None]]:
    """What the citizen has said, how, and with which words."""
    said_by = outcome(amira, where).said_by("citizen")
    return [(each.says, each.how, each.words.text if each.words else None) for each in said_by]


@pytest.mark.parametrize("how", ["handed", "paper"])
def test_nobody_answers_for_the_citizen_what_they_have_answered(amira: Plan, where: UUID, how: str) -> None:
    confirm(amira, where, says="differently", words=said("Vent"))
    with nothing_written(amira), pytest.raises(Invalid) as refused:
        confirm(amira, where, how=how, by=amira.bo)
    assert refused.value.fields == {"how": "said_own"}
    assert told(amira, where) == [("differently", "own", "Vent")] and not outcome(amira, where).agreements[0].sealed
    confirm(amira, where)
    assert told(amira, where) == [("agree", "own", None)] and outcome(amira, where).agreements[0].sealed


def test_of_newer_words_a_new_answer_stands_beside_the_own_one(amira: Plan, where: UUID) -> None:
    confirm(amira, where, says="differently", words=said("Vent"))
    agreed(amira, where, "Mød os igen")
    confirm(amira, where, how="handed", by=amira.bo)
    assert told(amira, where) == [("differently", "own", "Vent"), ("agree", "handed", None)]
    found = outcome(amira, where)
    assert found.citizen_says and found.citizen_says.agrees and found.agreements[1].sealed
    confirm(amira, where, says="differently")
    assert told(amira, where) == [("differently", "own", None)]


@pytest.mark.parametrize("counting", [{}, {"how": "handed"}, {"how": "paper"}])
@pytest.mark.parametrize("word", [{"says": "differently"}, {"words": said("Ja, men")}])
def test_a_device_at_the_table_takes_no_word_back_that_counts(
    amira: Plan, where: UUID, counting: dict[str, Any], word: dict[str, Any]
) -> None:
    confirm(amira, where, by=amira.bo if counting else amira.citizen, **counting)
    confirm(amira, where, how="joined", **word)
    found = outcome(amira, where)
    assert found.citizen_says and found.citizen_says.agrees and len(found.said_by("citizen")) == 2
    close(amira, where)
    assert outcome(amira, where).agreements[0].sealed


def test_a_device_at_the_table_changes_its_own_word(amira: Plan, where: UUID) -> None:
    confirm(amira, where, how="joined")
    confirm(amira, where, how="joined", says="differently")
    assert told(amira, where) == [("differently", "joined", None)]
    confirm(amira, where, how="handed", by=amira.bo)
    assert told(amira, where) == [("agree", "handed", None)]


def test_own_words_on_a_handed_screen_are_not_wiped_away_by_the_next_answer(amira: Plan, where: UUID) -> None:
    confirm(amira, where, how="handed", by=amira.bo, says="differently", words=said("Vent"))
    confirm(amira, where, how="handed", by=amira.bo)
    assert told(amira, where) == [("differently", "handed", "Vent"), ("agree", "handed", None)]
    assert outcome(amira, where).agreements[0].sealed


def test_the_citizen_hears_of_a_yes_on_the_professionals_screen(amira: Plan, where: UUID) -> None:
    confirm(amira, where, how="handed", by=amira.bo)
    assert notices(amira.citizen) == ["meeting"]


def test_after_the_meeting_no_screen_is_handed_over_any_more(amira: Plan, where: UUID) -> None:
    close(amira, where)
    with nothing_written(amira), pytest.raises(Invalid):
        confirm(amira, where, how="handed", by=amira.bo)
    confirm(amira, where, how="paper", by=amira.bo)
    assert told(amira, where) == [("agree", "paper", None)] and outcome(amira, where).agreements[0].sealed


def test_after_the_meeting_no_paper_answers_anew_what_was_answered(amira: Plan, where: UUID) -> None:
    confirm(amira, where, says="differently")
    close(amira, where)
    with nothing_written(amira), pytest.raises(Invalid):
        confirm(amira, where, how="paper", by=amira.bo)


def test_a_citizen_changes_their_mind_and_their_words(amira: Plan, where: UUID) -> None:
    confirm(amira, where, says="differently", words=said("Vent"))
    confirm(amira, where, says="differently", words=said("Vent lidt"))
    assert told(amira, where) == [("differently", "own", "Vent lidt")]


def test_a_guest_with_the_same_name_wipes_no_words_away(amira: Plan, where: UUID) -> None:
    (one,) = [each.id for each in outcome(amira, where).agreements]
    mark = meeting.mark_of(outcome(amira, where), [one])
    who: dict[str, Any] = {"by": amira.bo, "how": "handed", "name": "Ida", "about": [one], "digest": mark}
    confirm(amira, where, "workplace", says="differently", words=said("For tidligt"), **who)
    confirm(amira, where, "workplace", **who)
    assert [each.says for each in outcome(amira, where).said_by("workplace")] == ["differently", "agree"]
