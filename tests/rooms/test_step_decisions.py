"""A step that rests on a decision: the call before it, the day of the letter, and until when one can complain."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from cast import Plan, said

from minplan import access, journey, rights
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.journey import NewStep
from minplan.rights import NewDecision
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
    assert rights.receive_decision(amira.citizen, amira.id, law, MONDAY).kind == "done"
    assert rights.receive_decision(amira.citizen, amira.id, law, MONDAY).kind == "unchanged"
    found = shown(amira, law)
    assert found and found.received == MONDAY and found.until == rights.by_when("klage_4_uger", MONDAY)
    assert found.until == MONDAY + timedelta(weeks=4)
    assert verbs(amira)[:2] == ["receive_decision", "record_decision"]


def test_it_is_put_right_and_a_letter_before_it_is_asked_about_again(amira: Plan, law: UUID) -> None:
    rights.record_decision(amira.bo, amira.id, law, decision(), "")
    rights.receive_decision(amira.citizen, amira.id, law, FRIDAY)
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


def test_who_says_what(amira: Plan, law: UUID) -> None:
    with pytest.raises(NotAllowed):
        rights.record_decision(amira.citizen, amira.id, law, decision(), "")
    with pytest.raises(NotFound):
        rights.receive_decision(amira.citizen, amira.id, law, MONDAY)
    rights.record_decision(amira.bo, amira.id, law, decision(), "")
    with pytest.raises(NotAllowed):
        rights.receive_decision(amira.bo, amira.id, law, MONDAY)
    with pytest.raises(Invalid):
        rights.receive_decision(amira.citizen, amira.id, law, FRIDAY - timedelta(days=1))
