"""Asking: one tap is enough, the day is promised at once, and one call is one thread."""

from datetime import date

import pytest
from cast import Plan, said

from minplan import access, clock, dialogue, journey
from minplan.dialogue import NewAnswer, NewCall
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.words import NewText

WEDNESDAY = date(2026, 11, 18)
FORGOTTEN = NewCall(topic="forgotten")


def threads(amira: Plan, by: str = "citizen") -> tuple[dialogue.ThreadView, ...]:
    with access.view(getattr(amira, by), amira.id) as view:
        return dialogue.open_threads(view)


def revision(amira: Plan) -> int:
    with access.view(amira.citizen, amira.id) as view:
        return view.plan.revision


def test_one_tap_says_the_ready_sentence_and_gets_a_promised_day(amira: Plan) -> None:
    outcome = dialogue.call(amira.citizen, amira.id, FORGOTTEN)
    assert (outcome.kind, outcome.promised) == ("done", WEDNESDAY)
    (thread,) = threads(amira)
    assert (thread.id, thread.state, thread.promised, thread.passed) == (outcome.subject_id, "open", WEDNESDAY, False)
    assert thread.last.words and thread.last.words.phrase == "say.forgotten"
    assert thread.step_title is None and not thread.mine and not thread.new


def test_the_contact_meets_it_as_new_and_as_their_turn(amira: Plan) -> None:
    dialogue.call(amira.citizen, amira.id, NewCall(topic="idea", step=amira.step, text=said("Må jeg cykle?")))
    (thread,) = threads(amira, "bo")
    assert thread.mine and thread.new and thread.last.by == "Amira"
    assert thread.step_title and thread.step_title.text == "Gå en tur"
    (of_the_team,) = threads(amira, "tove")
    assert not of_the_team.mine


def test_asked_twice_is_done_once_until_somebody_answers(amira: Plan) -> None:
    first = dialogue.call(amira.citizen, amira.id, FORGOTTEN)
    before = revision(amira)
    again = dialogue.call(amira.citizen, amira.id, FORGOTTEN)
    assert (again.kind, again.subject_id, again.promised) == ("unchanged", first.subject_id, WEDNESDAY)
    assert revision(amira) == before


def test_other_words_about_the_same_lie_in_the_same_thread_and_the_day_stands(amira: Plan) -> None:
    first = dialogue.call(amira.citizen, amira.id, FORGOTTEN)
    clock.start(clock.parse("2026-11-17"))
    more = dialogue.call(amira.citizen, amira.id, NewCall(topic="forgotten", text=said("Hallo?")))
    assert (more.kind, more.subject_id, more.promised) == ("done", first.subject_id, WEDNESDAY)
    dialogue.call(amira.citizen, amira.id, NewCall(topic="forgotten", step=amira.step))
    assert len(threads(amira)) == 2


def test_an_answered_call_does_not_swallow_a_new_one(amira: Plan) -> None:
    first = dialogue.call(amira.citizen, amira.id, FORGOTTEN)
    dialogue.answer(amira.bo, amira.id, first.subject_id, NewAnswer(answer="words", text=said("Nej, du er her.")))
    assert dialogue.call(amira.citizen, amira.id, FORGOTTEN).subject_id != first.subject_id


def test_a_ready_sentence_belongs_to_its_topic(amira: Plan) -> None:
    with pytest.raises(Invalid, match="text: unknown"):
        dialogue.call(amira.citizen, amira.id, NewCall(topic="money", text=NewText(phrase="say.call_me")))


def test_a_call_on_a_step_that_the_contact_cannot_see_is_refused_kindly(amira: Plan) -> None:
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    with pytest.raises(Invalid, match="step: hidden_from_contact"):
        dialogue.call(amira.citizen, amira.id, NewCall(topic="talk", step=amira.step))
    with access.view(amira.citizen, amira.id) as view:
        assert dialogue.about(view, amira.step).unseen
    assert threads(amira) == ()


def test_a_thread_on_a_step_hidden_later_exists_for_the_citizen_alone(amira: Plan) -> None:
    thread = dialogue.call(amira.citizen, amira.id, NewCall(topic="talk", step=amira.step)).subject_id
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    (own,) = threads(amira)
    assert own.unseen
    assert threads(amira, "bo") == ()
    with pytest.raises(NotFound):
        dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes"))
    with access.view(amira.bo, amira.id) as view:
        assert dialogue.waiting_for(view.connection, [amira.id]) == {}
        for read, key in ((dialogue.thread, thread), (dialogue.about, amira.step)):
            with pytest.raises(NotFound):
                read(view, key)


def test_only_the_citizen_calls(amira: Plan) -> None:
    with pytest.raises(NotAllowed):
        dialogue.call(amira.bo, amira.id, FORGOTTEN)
    for stranger in (amira.camilla, amira.dorte):
        with pytest.raises(NotFound):
            dialogue.call(stranger, amira.id, FORGOTTEN)


def test_the_list_of_a_contact_knows_since_when_and_until_when(amira: Plan) -> None:
    thread = dialogue.call(amira.citizen, amira.id, NewCall(topic="cannot_come")).subject_id
    clock.start(clock.parse("2026-11-19"))
    with access.view(amira.bo, amira.id) as view:
        (waiting,) = dialogue.waiting_for(view.connection, [amira.id])[amira.id]
    assert waiting == dialogue.Waiting(thread, "cannot_come", date(2026, 11, 16), WEDNESDAY, True)
