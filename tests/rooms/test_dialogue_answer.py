"""Answering: a person does it, a wish gets a real answer, and only a person gives another day."""

from datetime import date
from uuid import UUID

import pytest
from cast import Plan, said
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, db, dialogue, journey
from minplan.dialogue import NewAnswer, NewCall, NewPromise, ThreadView
from minplan.errors import Invalid, NotAllowed, NotFound

WEDNESDAY, FRIDAY = date(2026, 11, 18), date(2026, 11, 20)


@pytest.fixture
def thread(amira: Plan) -> UUID:
    """Amira has an idea."""
    found = dialogue.call(amira.citizen, amira.id, NewCall(topic="idea", text=said("Må jeg cykle?"))).subject_id
    assert found
    return found


def whole(amira: Plan, thread: UUID, by: str = "citizen") -> ThreadView:
    with access.view(getattr(amira, by), amira.id) as view:
        return dialogue.thread(view, thread)


def test_an_answer_settles_the_thread_and_is_new_for_the_citizen(amira: Plan, thread: UUID) -> None:
    dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes_if", text=said("hvis du har hjelm")))
    found = whole(amira, thread)
    assert (found.state, found.promised, found.since, found.passed, found.new) == ("answered", None, None, False, True)
    assert [(message.kind, message.by, message.own) for message in found.messages] == [
        ("asked", "Amira", True),
        ("yes_if", "Bo", False),
    ]
    assert not whole(amira, thread, "bo").new


def test_a_wish_needs_yes_or_if_or_because(amira: Plan, thread: UUID) -> None:
    for command, fault in (
        (NewAnswer(answer="words", text=said("Hm.")), "answer: wish_needs_answer"),
        (NewAnswer(answer="yes_if"), "text: required"),
        (NewAnswer(answer="not_now"), "text: required"),
    ):
        with pytest.raises(Invalid, match=fault):
            dialogue.answer(amira.bo, amira.id, thread, command)
    assert dialogue.answer(amira.tove, amira.id, thread, NewAnswer(answer="yes")).kind == "done"


def test_the_same_answer_twice_in_a_row_is_one(amira: Plan, thread: UUID) -> None:
    dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes"))
    assert dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes")).kind == "unchanged"
    not_now = NewAnswer(answer="not_now", text=said("det regner"))
    assert dialogue.answer(amira.bo, amira.id, thread, not_now).kind == "done"
    assert dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes")).kind == "done"


def test_a_question_back_is_no_answer(amira: Plan, thread: UUID) -> None:
    dialogue.write(amira.bo, amira.id, thread, said("Har du en cykel?"))
    found = whole(amira, thread)
    assert (found.state, found.promised, found.new) == ("open", WEDNESDAY, True)


def test_a_citizen_who_writes_after_the_answer_gets_a_new_promise(amira: Plan, thread: UUID) -> None:
    dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes"))
    clock.start(clock.parse("2026-11-18"))
    assert dialogue.write(amira.citizen, amira.id, thread, said("Hvornår?")).promised == FRIDAY
    found = whole(amira, thread)
    assert (found.state, found.since, found.promised) == ("open", WEDNESDAY, FRIDAY)
    assert dialogue.write(amira.citizen, amira.id, thread, said("Hvornår?")).kind == "unchanged"


def test_a_passed_promise_stays_passed_until_a_person_gives_a_new_day(amira: Plan, thread: UUID) -> None:
    clock.start(clock.parse("2026-11-19"))
    dialogue.write(amira.citizen, amira.id, thread, said("Hallo?"))
    dialogue.write(amira.bo, amira.id, thread, said("Jeg spørger Ydelse for dig."))
    assert whole(amira, thread).passed
    dialogue.promise(amira.tove, amira.id, thread, NewPromise(day=FRIDAY, text=said("Undskyld.")))
    found = whole(amira, thread)
    assert (found.passed, found.promised, found.since) == (False, FRIDAY, date(2026, 11, 16))
    assert (found.last.kind, found.last.promised) == ("promised", FRIDAY)
    assert dialogue.promise(amira.bo, amira.id, thread, NewPromise(day=FRIDAY)).kind == "done"
    assert dialogue.promise(amira.bo, amira.id, thread, NewPromise(day=FRIDAY)).kind == "unchanged"


def test_a_promise_is_about_a_day_to_come(amira: Plan, thread: UUID) -> None:
    with pytest.raises(Invalid, match="day: past"):
        dialogue.promise(amira.bo, amira.id, thread, NewPromise(day=date(2026, 11, 15)))


def test_the_citizen_closes_with_thanks_and_can_come_back(amira: Plan, thread: UUID) -> None:
    dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes"))
    assert dialogue.close(amira.citizen, amira.id, thread).kind == "done"
    assert dialogue.close(amira.citizen, amira.id, thread).kind == "unchanged"
    with access.view(amira.citizen, amira.id) as view:
        assert dialogue.open_threads(view) == ()
    assert whole(amira, thread).state == "closed"
    dialogue.write(amira.citizen, amira.id, thread, said("En ting til."))
    assert whole(amira, thread).state == "open"


def test_what_was_closed_too_early_waits_on_with_the_day_it_had(amira: Plan, thread: UUID) -> None:
    assert dialogue.reopen(amira.citizen, amira.id, thread).kind == "unchanged"
    dialogue.close(amira.citizen, amira.id, thread)
    clock.start(clock.parse("2026-11-17"))
    assert dialogue.reopen(amira.citizen, amira.id, thread).promised == WEDNESDAY
    found = whole(amira, thread, "bo")
    assert (found.state, found.since, found.promised, found.mine) == ("open", date(2026, 11, 16), WEDNESDAY, True)


def test_an_answer_stands_again_when_thanks_are_taken_back(amira: Plan, thread: UUID) -> None:
    dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes"))
    dialogue.close(amira.citizen, amira.id, thread)
    assert dialogue.reopen(amira.citizen, amira.id, thread).promised is None
    assert whole(amira, thread).state == "answered"


def test_who_may_what(amira: Plan, thread: UUID) -> None:
    with pytest.raises(NotAllowed):
        dialogue.answer(amira.citizen, amira.id, thread, NewAnswer(answer="yes"))
    with pytest.raises(NotAllowed):
        dialogue.promise(amira.citizen, amira.id, thread, NewPromise(day=FRIDAY))
    with pytest.raises(NotAllowed):
        dialogue.close(amira.bo, amira.id, thread)
    with pytest.raises(NotAllowed):
        dialogue.reopen(amira.bo, amira.id, thread)
    with pytest.raises(NotFound):
        dialogue.write(amira.camilla, amira.id, thread, said("Hej"))


def test_every_change_is_one_line_of_the_story(amira: Plan, thread: UUID) -> None:
    dialogue.answer(amira.bo, amira.id, thread, NewAnswer(answer="yes"))
    with access.view(amira.citizen, amira.id) as view:
        answered, asked = journey.story(view).changes[:2]
    assert (asked.entry.verb, asked.entry.subject, asked.by) == ("call", "thread", "Amira")
    assert asked.entry.after["topic"] == "idea" and asked.entry.after["promised"] == "2026-11-18"
    assert (answered.entry.verb, answered.entry.after["message"], answered.by) == ("answer_call", "yes", "Bo")


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE thread SET promised = NULL",
        "UPDATE thread SET since = NULL",
        "UPDATE thread SET state = 'answered'",
        "UPDATE thread SET topic = 'weather'",
        "UPDATE message SET text_id = NULL",
        "UPDATE message SET promised = '2026-11-20'",
    ],
)
def test_the_database_itself_keeps_a_promise_on_every_open_thread(amira: Plan, thread: UUID, broken: str) -> None:
    with pytest.raises(IntegrityError), db.writing() as session:
        session.execute(text(broken))
