"""The tables of the rights refuse what no rule may let through, on both databases."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from sqlalchemy.exc import IntegrityError

from minplan import clock, db
from minplan.dialogue import NewCall, call
from minplan.rights.choice import Choice, Option
from minplan.rights.decision import Decision
from minplan.rights.dispatch import Dispatch
from minplan.rights.prospect import Sense
from minplan.words import write

DAY = date(2026, 11, 16)


def text_of(amira: Plan, session: Any) -> UUID:
    return write(session, amira.id, said("Tilskud til bus"), amira.bo, clock.now()).id


def refused(*rows: Any) -> bool:
    try:
        with db.writing() as session:
            session.add_all(rows)
    except IntegrityError:
        return True
    return False


def test_a_decision_is_never_older_than_the_call_before_it(amira: Plan) -> None:
    with db.writing() as session:
        what = text_of(amira, session)
    here = {"step_id": amira.step, "plan_id": amira.id, "what_id": what, "by_id": amira.bo, "at": clock.now()}
    assert refused(Decision(called=DAY, reached="spoke", decided=DAY - timedelta(days=1), **here))
    assert refused(Decision(called=DAY, reached="letter", **here))
    assert not refused(Decision(called=DAY, reached="tried", decided=DAY, **here))


def test_what_is_sent_says_when_and_where_to(amira: Plan) -> None:
    with db.writing() as session:
        text = text_of(amira, session)
    here = {"plan_id": amira.id, "text_id": text, "letter_id": text, "by_id": amira.citizen, "at": clock.now()}
    here["next_at"] = clock.now()
    assert refused(Dispatch(kind="complaint", number="1", state="sent", **here))
    assert refused(Dispatch(kind="praise", number="1", **here))
    assert refused(Dispatch(kind="complaint", number="1", answer_by=DAY, **here)), "no day before they have it"
    assert not refused(Dispatch(kind="complaint", number="1", **here))
    assert refused(Dispatch(kind="access", number="1", **here))


def test_a_step_stands_only_where_it_was_chosen(amira: Plan) -> None:
    with db.writing() as session:
        text = text_of(amira, session)
    place = {"plan_id": amira.id, "milestone_id": amira.milestone, "track": "health"}
    choice = Choice(question_id=text, asked_on=DAY, by_id=amira.bo, **place)
    assert refused(Choice(question_id=text, asked_on=DAY, chosen_on=DAY, by_id=amira.bo, **place))
    assert not refused(choice)
    told = {"choice_id": choice.id, "plan_id": amira.id, "title_id": text, "why_id": text}
    assert refused(Option(position=1, state="later", step_id=amira.step, **told))
    assert not refused(Option(position=1, state="chosen", step_id=amira.step, **told))
    assert refused(Option(position=1, **told))


@pytest.mark.parametrize("answer", ["perhaps", ""])
def test_an_answer_is_one_of_those_that_were_offered(amira: Plan, answer: str) -> None:
    assert refused(Sense(step_id=amira.step, plan_id=amira.id, answer=answer, at=clock.now()))


@pytest.mark.parametrize("topic", ["no_sense", "disagree", "letter"])
def test_the_new_topics_can_be_asked_about(amira: Plan, topic: Any) -> None:
    outcome = call(amira.citizen, amira.id, NewCall(topic=topic, step=amira.step))
    assert outcome.promised and outcome.promised > DAY
