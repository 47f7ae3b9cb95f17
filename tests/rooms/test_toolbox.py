"""What a citizen thinks of an offer: theirs to say and to change, read by those who work with the plan, and no more."""

from uuid import UUID

import pytest
from cast import Plan
from props import entries, nothing_written, one_change, way

from minplan import access, clock, content, dialogue, rights
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound

FIRST, SECOND = "animals", "choir"


def said(amira: Plan, who: UUID | None = None) -> dict[str, str]:
    with access.view(who or amira.citizen, amira.id, "choice") as view:
        return {each.offer.id: each.answer for each in rights.leanings(view)}


def test_an_answer_is_kept_once_and_can_be_changed_and_binds_nobody(amira: Plan) -> None:
    before = way(amira)
    with one_change(amira):
        rights.lean(amira.citizen, amira.id, FIRST, "gladly", "")
    with nothing_written(amira):
        assert rights.lean(amira.citizen, amira.id, FIRST, "gladly", "").kind == "unchanged"
    rights.lean(amira.citizen, amira.id, SECOND, "not_me", "")
    rights.lean(amira.citizen, amira.id, FIRST, "maybe", "gladly")
    with nothing_written(amira), pytest.raises(Conflict):
        rights.lean(amira.citizen, amira.id, FIRST, "not_me", "gladly")
    assert said(amira) == said(amira, amira.bo) == said(amira, amira.tove) == {FIRST: "maybe", SECOND: "not_me"}
    assert way(amira) == before
    told = entries(amira)[0]
    assert (told.verb, told.before, told.after) == ("lean", {"answer": "gladly"}, {"offer": FIRST, "answer": "maybe"})


def test_what_is_over_is_no_longer_answered_and_is_still_told(amira: Plan) -> None:
    rights.lean(amira.citizen, amira.id, FIRST, "gladly", "")
    clock.start(clock.parse("2027-07-01"))
    assert FIRST not in {each.id for each in content.offers(clock.today())}
    with nothing_written(amira), pytest.raises(NotFound):
        rights.lean(amira.citizen, amira.id, FIRST, "maybe", "gladly")
    with access.view(amira.bo, amira.id) as view:
        (each,) = rights.leanings(view)
    assert (each.offer.id, each.answer, each.there) == (FIRST, "gladly", False)


def test_to_ask_about_an_offer_is_an_idea_with_a_day_in_everybodys_language(amira: Plan) -> None:
    outcome = rights.ask_about(amira.citizen, amira.id, FIRST)
    assert outcome.promised and outcome.promised > clock.today()
    with access.view(amira.bo, amira.id) as view:
        (thread,) = dialogue.open_threads(view)
    assert thread.topic == "idea" and thread.last.words and thread.last.words.phrase == "say.about_offer"
    assert thread.last.words.slots == {"place": "Dyr på gården"}
    with nothing_written(amira):
        assert rights.ask_about(amira.citizen, amira.id, FIRST).kind == "unchanged"


def test_nobody_answers_for_the_citizen_and_what_is_not_offered_is_not_there(amira: Plan) -> None:
    with nothing_written(amira):
        for other in (amira.bo, amira.tove):
            with pytest.raises(NotAllowed):
                rights.lean(other, amira.id, FIRST, "gladly", "")
            with pytest.raises(NotAllowed):
                rights.ask_about(other, amira.id, FIRST)
        for stranger in (amira.dorte, amira.camilla):
            with pytest.raises(NotFound):
                rights.lean(stranger, amira.id, FIRST, "gladly", "")
        with pytest.raises(NotFound):
            rights.lean(amira.citizen, amira.id, "volcanoes", "gladly", "")
        with pytest.raises(NotFound):
            rights.ask_about(amira.citizen, amira.id, "volcanoes")
        with pytest.raises(Invalid):
            rights.lean(amira.citizen, amira.id, FIRST, "perhaps", "")


def test_a_sentence_that_leaves_something_open_is_not_sent(amira: Plan) -> None:
    call = dialogue.NewCall(topic="idea", text={"phrase": "say.about_offer"})
    with nothing_written(amira), pytest.raises(Invalid):
        dialogue.call(amira.citizen, amira.id, call)
