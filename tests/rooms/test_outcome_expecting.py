"""What each expects of the other: two halves, alike for both, in ready sentences or own words."""

from typing import Any

import pytest
from cast import Plan, said
from gathered import going_on, outcome
from props import nothing_written, one_change

from minplan import db, meeting
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.meeting import Meeting
from minplan.words import NewText


def test_both_write_on_both_halves_and_it_shows_who_wrote_for_another(amira: Plan) -> None:
    where = going_on(amira)
    for by, side in ((amira.citizen, "citizen"), (amira.bo, "citizen"), (amira.bo, "municipality")):
        meeting.expect(by, amira.id, where, side, said(f"{side} {by}"))
    found = outcome(amira, where)
    assert [each.by for each in found.expected_by("citizen")] == [None, "Bo"]
    assert [each.by for each in found.expected_by("municipality")] == [None]


def test_a_ready_sentence_names_whom_it_is_expected_of(amira: Plan) -> None:
    where = going_on(amira)
    meeting.expect(amira.citizen, amira.id, where, "citizen", NewText(phrase="expect.answers_in_time"))
    meeting.expect(amira.citizen, amira.id, where, "municipality", NewText(phrase="expect.tries"))
    assert [each.text.slots for each in outcome(amira, where).expectations] == [{"who": "Bo"}, {"who": "Amira"}]


def test_the_same_is_said_once(amira: Plan) -> None:
    where = going_on(amira)
    meeting.expect(amira.citizen, amira.id, where, "citizen", said("Ro"))
    with nothing_written(amira):
        assert meeting.expect(amira.bo, amira.id, where, "citizen", said("Ro")).kind == "unchanged"


def test_it_is_too_much_too_little_or_right_and_nobody_overwrites_unseen(amira: Plan) -> None:
    where = going_on(amira)
    key = meeting.expect(amira.bo, amira.id, where, "municipality", said("Ring hver dag")).subject_id
    assert key
    with one_change(amira):
        assert meeting.fit_expectation(amira.citizen, amira.id, where, key, "", "much") == "much"
    with pytest.raises(Conflict):
        meeting.fit_expectation(amira.citizen, amira.id, where, key, "", "right")
    with nothing_written(amira), pytest.raises(NotAllowed):
        meeting.fit_expectation(amira.bo, amira.id, where, key, "much", "right")
    assert outcome(amira, where).expectations[0].fits == "much"


def test_other_words_begin_anew(amira: Plan) -> None:
    where = going_on(amira)
    key = meeting.expect(amira.bo, amira.id, where, "municipality", said("Ring hver dag")).subject_id
    assert key
    meeting.fit_expectation(amira.citizen, amira.id, where, key, "", "much")
    seen = outcome(amira, where).expectations[0].text_id
    new = meeting.reword_expectation(amira.bo, amira.id, where, key, seen, said("Ring en gang om ugen"))
    found = outcome(amira, where).expectations[0]
    assert (found.text_id, found.fits, found.text.text) == (new, None, "Ring en gang om ugen")
    with pytest.raises(Conflict):
        meeting.reword_expectation(amira.tove, amira.id, where, key, seen, said("Ring aldrig"))


def test_what_a_side_has_said_itself_is_its_own(amira: Plan) -> None:
    """Bo writes it down for Amira, and can put it right, until she words it herself."""
    where = going_on(amira)
    key = meeting.expect(amira.bo, amira.id, where, "citizen", said("Ring")).subject_id
    assert key

    def reword(by: Any, text: str) -> None:
        meeting.reword_expectation(by, amira.id, where, key, outcome(amira, where).expectations[0].text_id, said(text))

    reword(amira.bo, "Ring, før I skriver")
    assert outcome(amira, where, amira.bo).expectations[0].own
    reword(amira.citizen, "Ring altid først")
    assert not outcome(amira, where, amira.bo).expectations[0].own
    with nothing_written(amira):
        with pytest.raises(NotAllowed):
            reword(amira.bo, "Ring ikke")
        with pytest.raises(NotAllowed):
            meeting.remove_expectation(amira.bo, amira.id, where, key)


def test_there_is_an_end_to_what_a_meeting_holds(amira: Plan) -> None:
    where = going_on(amira)
    for n in range(40):
        meeting.expect(amira.bo, amira.id, where, "citizen", said(f"Ro {n}"))
    with nothing_written(amira), pytest.raises(Invalid):
        meeting.expect(amira.citizen, amira.id, where, "citizen", said("Mere ro"))


def test_what_was_taken_off_while_somebody_wrote_in_it_stands_again(amira: Plan) -> None:
    where = going_on(amira)
    key = meeting.expect(amira.bo, amira.id, where, "citizen", said("Ro")).subject_id
    assert key
    seen = outcome(amira, where).expectations[0].text_id
    meeting.remove_expectation(amira.bo, amira.id, where, key)
    assert outcome(amira, where).expectations == ()
    meeting.reword_expectation(amira.citizen, amira.id, where, key, seen, said("Ro og fred"))
    assert outcome(amira, where).expectations[0].text.text == "Ro og fred"


@pytest.mark.parametrize("side", ["citizen", "supplier"])
def test_a_sentence_of_another_half_is_none(amira: Plan, side: str) -> None:
    where = going_on(amira)
    with nothing_written(amira), pytest.raises(Invalid):
        meeting.expect(amira.bo, amira.id, where, side, NewText(phrase="expect.tries"))


def test_only_while_the_meeting_is_going_on_and_only_in_its_plan(amira: Plan) -> None:
    where = going_on(amira)
    with pytest.raises(NotFound):
        meeting.expect(amira.dorte, amira.id, where, "citizen", said("Ro"))
    with db.writing() as session:
        session.get_one(Meeting, where).state = "missed"
    with pytest.raises(Invalid):
        meeting.expect(amira.bo, amira.id, where, "citizen", said("Ro"))
