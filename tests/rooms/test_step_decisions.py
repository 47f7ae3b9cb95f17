"""A step that rests on a decision: the call before it, the day of the letter, and until when one can complain."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from props import nothing_written, one_change
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, journey, rights
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.journey import NewStep
from minplan.rights import Decision, NewDecision
from minplan.rights.meaning.views import DecisionView

MONDAY = date(2026, 11, 16)
FRIDAY = date(2026, 11, 13)


@pytest.fixture
def law(amira: Plan) -> UUID:
    """A step that the law asks for."""
    new = NewStep(milestone=amira.milestone, title=said("Samtale hver uge"), why=said("Så går det videre"), kind="law",
                  law="LAB § 31", tracks=["work"])  # fmt: skip
    found = journey.add_step(amira.bo, amira.id, new).subject_id
    assert found
    return found


def decision(called: date = FRIDAY, decided: date | None = FRIDAY, what: str = "Samtale hver uge") -> NewDecision:
    return NewDecision(what=said(what), called=called, reached="spoke", decided=decided)


def came(amira: Plan, step: UUID, day: date, by: str = "citizen") -> str:
    """The letter came on `day`, said on the page as it is."""
    found = shown(amira, step)
    return rights.receive_decision(getattr(amira, by), amira.id, step, day, found.seen if found else "").kind


def shown(amira: Plan, step: UUID, by: str = "citizen") -> DecisionView | None:
    with access.view(getattr(amira, by), amira.id, "step") as view:
        found = journey.find(journey.way(view), step)
        assert found
        return rights.meaning(view, found).decision


def verbs(amira: Plan) -> list[str]:
    with access.view(amira.citizen, amira.id) as view:
        return [change.entry.verb for change in journey.story(view).changes]


def test_the_citizen_reads_of_the_call_and_says_when_the_letter_came(amira: Plan, law: UUID) -> None:
    assert rights.record_decision(amira.bo, amira.id, law, decision(), "").kind == "done"
    found = shown(amira, law)
    assert found and (found.called, found.reached, found.decided, found.received) == (FRIDAY, "spoke", FRIDAY, None)
    assert found.until is None  # nobody counts from a day that nobody has said
    assert came(amira, law, MONDAY) == "done"
    assert came(amira, law, MONDAY) == "unchanged"
    found = shown(amira, law)
    assert found and found.received == MONDAY and found.until == rights.by_when("klage_4_uger", MONDAY)
    assert found.until == MONDAY + timedelta(weeks=4)
    assert verbs(amira)[:2] == ["receive_decision", "record_decision"]


def test_it_is_put_right_and_a_letter_before_it_is_asked_about_again(amira: Plan, law: UUID) -> None:
    rights.record_decision(amira.bo, amira.id, law, decision(), "")
    came(amira, law, FRIDAY)
    seen = shown(amira, law)
    assert seen
    assert rights.record_decision(amira.tove, amira.id, law, decision(), "").kind == "unchanged"
    with pytest.raises(Conflict):
        rights.record_decision(amira.tove, amira.id, law, decision(decided=MONDAY), "")
    rights.record_decision(amira.tove, amira.id, law, decision(decided=MONDAY, what="Hver anden uge"), seen.seen)
    found = shown(amira, law)
    assert found and found.what.text == "Hver anden uge" and (found.decided, found.received) == (MONDAY, None)


def test_without_a_call_before_it_nothing_is_written(amira: Plan, law: UUID) -> None:
    with pytest.raises(Invalid):
        rights.record_decision(amira.bo, amira.id, law, decision(called=MONDAY + timedelta(days=1), decided=None), "")
    with pytest.raises(Invalid):
        rights.record_decision(amira.bo, amira.id, amira.step, decision(), "")  # it is the citizen's own
    assert shown(amira, law) is None and shown(amira, amira.step) is None


def test_that_nothing_was_decided_is_said_once_and_never_of_an_agreement(amira: Plan, law: UUID) -> None:
    with one_change(amira):
        assert rights.say_no_decision(amira.tove, amira.id, law).kind == "done"
    with nothing_written(amira):
        assert rights.say_no_decision(amira.bo, amira.id, law).kind == "unchanged"
        with pytest.raises(Invalid):
            rights.say_no_decision(amira.bo, amira.id, amira.step)
        with pytest.raises(NotAllowed):
            rights.say_no_decision(amira.citizen, amira.id, law)
    rights.record_decision(amira.bo, amira.id, law, decision(), "")
    with nothing_written(amira), pytest.raises(Conflict):
        rights.say_no_decision(amira.tove, amira.id, law)


def test_who_says_what(amira: Plan, law: UUID) -> None:
    with pytest.raises(NotAllowed):
        rights.record_decision(amira.citizen, amira.id, law, decision(), "")
    with pytest.raises(NotFound):
        came(amira, law, MONDAY)
    rights.record_decision(amira.bo, amira.id, law, decision(), "")
    with pytest.raises(NotAllowed):
        came(amira, law, MONDAY, by="bo")
    with pytest.raises(Invalid):
        came(amira, law, FRIDAY - timedelta(days=1))


@pytest.mark.parametrize(
    "other", [decision(decided=None), decision(what="Praktik i fire uger"), decision(decided=None, what="Et nyt")]
)
def test_another_decision_has_a_letter_of_its_own(amira: Plan, law: UUID, other: NewDecision) -> None:
    rights.record_decision(amira.bo, amira.id, law, decision(), "")
    came(amira, law, MONDAY)
    before = shown(amira, law)
    assert before and before.received and before.until
    rights.record_decision(amira.bo, amira.id, law, other, before.seen)
    found = shown(amira, law)
    assert found and found.received is None and found.until is None
    with pytest.raises(Conflict):  # the day was said on a page that showed the other one
        rights.receive_decision(amira.citizen, amira.id, law, MONDAY, before.seen)


def test_the_letter_stays_where_only_the_call_is_put_right(amira: Plan, law: UUID) -> None:
    rights.record_decision(amira.bo, amira.id, law, decision(), "")
    came(amira, law, MONDAY)
    seen = shown(amira, law)
    assert seen
    rights.record_decision(amira.bo, amira.id, law, decision(called=FRIDAY - timedelta(days=1)), seen.seen)
    found = shown(amira, law)
    assert found and found.called < FRIDAY and found.received == MONDAY


@pytest.mark.parametrize("decided", [None, MONDAY])
def test_the_database_holds_no_letter_before_its_decision(amira: Plan, law: UUID, decided: date | None) -> None:
    by = {"by_id": amira.bo, "at": clock.now()}
    with pytest.raises(IntegrityError), access.change(amira.bo, amira.id) as change:
        row = Decision(step_id=law, plan_id=amira.id, called=FRIDAY, reached="spoke", **by)
        row.what_id, row.decided, row.received = change.write(said("Praktik")).id, decided, FRIDAY
        change.session.add(row)
        change.session.flush()
