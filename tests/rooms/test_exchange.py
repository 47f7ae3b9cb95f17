"""Documents come in whole or not at all, and go out as they came."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from time import perf_counter
from typing import Any
from uuid import UUID

import pytest
from boxed import give_rights
from cast import Plan as Cast
from documents import long_document, plan_documents
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import Engine, func, select

from minplan import access, clock, db, exchange, journey
from minplan.access import Person, Plan
from minplan.exchange.check import check
from minplan.words import NewText

ANY = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=30)
ODD = st.sampled_from([None, True, 0, -1, 1.5, 10**30, "", " ", "s1", "done", "2026-02-30", [], {}, [[]], "\u2028"])
DOCUMENTS = {document["citizen"]["name"]: document for document in exchange.documents()}


def same(document: Any) -> Any:
    """A document for comparison: a time is an instant, however it is written."""
    if isinstance(document, dict):
        return {name: same(value) for name, value in document.items()}
    if isinstance(document, list):
        return [same(value) for value in document]
    try:
        return datetime.fromisoformat(document) if "T" in document else document
    except (TypeError, ValueError):
        return document


def bring_in(document: dict[str, Any]) -> UUID:
    return exchange.bring_in([document])[0]


def count(table: type[Person] | type[Plan]) -> int:
    with db.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_real_document_comes_back_as_it_came(database: Engine, name: str) -> None:
    assert exchange.take_out(bring_in(DOCUMENTS[name])) == (DOCUMENTS[name], [])


@ANY
@given(document=plan_documents())
def test_any_document_comes_back_as_it_came(database: Engine, document: dict[str, Any]) -> None:
    assert check(document) == []
    back, gaps = exchange.take_out(bring_in(document))
    assert same(back) == same(document)
    assert gaps == []


def test_a_large_plan_comes_back_as_it_came(database: Engine) -> None:
    document = long_document(300)
    assert check(document) == []
    assert exchange.take_out(bring_in(document)) == (document, [])


def test_three_documents_are_in_within_a_second(sqlite: Engine) -> None:
    begin = perf_counter()
    for document in DOCUMENTS.values():
        assert check(document) == []
    exchange.bring_in(list(DOCUMENTS.values()))
    assert perf_counter() - begin < 1


def test_every_import_is_a_new_citizen_and_the_same_address_the_same_person(database: Engine) -> None:
    document = DOCUMENTS["Karin"]
    louder = document | {"contact": document["contact"] | {"email": "METTE@example.dk", "name": "Mette K."}}
    first, second = exchange.bring_in([document, louder])
    assert (count(Plan), count(Person)) == (2, 3)
    assert exchange.take_out(first)[0]["contact"]["name"] == "Mette Krog"
    assert exchange.take_out(second)[0] == louder


def test_imports_at_the_same_moment_agree_on_who_the_contact_is(database: Engine) -> None:
    with ThreadPoolExecutor(4) as clients:
        plans = list(clients.map(bring_in, [DOCUMENTS["Karin"]] * 8))
    assert (len(set(plans)), count(Person)) == (8, 9)


@ANY
@given(document=plan_documents(), data=st.data())
def test_a_document_with_one_odd_member_is_refused_or_comes_back_as_it_came(
    sqlite: Engine, document: dict[str, Any], data: st.DataObject
) -> None:
    place = document
    path = data.draw(st.lists(st.integers(0, 20), min_size=1, max_size=8))
    for step in path:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = keys[step % len(keys)]
        if step == path[-1] or not isinstance(place[key], dict | list):
            place[key] = data.draw(ODD)
            break
        place = place[key]
    if not check(document):
        assert same(exchange.take_out(bring_in(document))[0]) == same(document)


def test_of_several_documents_all_come_in_or_none(database: Engine) -> None:
    broken = DOCUMENTS["Yusuf"] | {"next": "nowhere", "contact": {"email": "nobody"}}
    with pytest.raises(KeyError):
        exchange.bring_in([DOCUMENTS["Karin"], broken])
    assert count(Person) == 0


def test_a_suggested_step_waits_for_the_citizens_answer(database: Engine) -> None:
    plan = bring_in(DOCUMENTS["Samira"])
    citizen = access.citizen_of(plan)
    assert citizen
    with access.view(citizen) as view:
        way = journey.way(view)
        (proposal,) = journey.proposals(view, way)
    assert (proposal.step_id, proposal.mine, proposal.by) == (way.suggestions[0].id, True, "Hanne Bruun")


def test_after_changes_the_document_says_them_and_when_they_were_true(database: Engine) -> None:
    clock.start(clock.parse("2027-01-04"))
    plan = bring_in(DOCUMENTS["Samira"])
    citizen = access.citizen_of(plan)
    assert citizen
    with access.view(citizen) as view:
        (suggestion,) = journey.way(view).suggestions
        (proposal,) = journey.proposals(view, journey.way(view))
    journey.answer(citizen, plan, proposal.id, journey.ProposalAnswer(answer="yes"))
    goal = journey.add_goal(citizen, plan, journey.NewGoal(title=NewText(text="At bage", lang="da"), track="community"))
    for cakes in ("En kage", "To kager"):
        landmark = journey.NewMilestone(goal=goal.subject_id, title=NewText(text=cakes, lang="da"))
        journey.add_milestone(citizen, plan, landmark)
    new = journey.NewStep(
        milestone=suggestion.milestone_id, title=NewText(text="Bag en kage", lang="da"), tracks=["work"]
    )
    journey.add_step(citizen, plan, new)
    document, gaps = exchange.take_out(plan)
    assert check(document) == []
    assert document["as_of"] == "2027-01-04"
    assert document["way"] == ["s1", "s2", "s3", "s4", "s5", "s6"]
    assert [milestone["ref"] for milestone in document["goals"][2]["milestones"]] == ["m5", "m6"]
    assert gaps == ["changes in the history: 5"]


def test_what_a_document_cannot_carry_is_named(database: Engine) -> None:
    plan = bring_in(DOCUMENTS["Yusuf"])
    citizen = access.citizen_of(plan)
    assert citizen
    with access.view(citizen) as view:
        nadia = next(member for member in view.members if member.name == "Nadia Aziz")
    journey.hide_tracks(citizen, plan, nadia.person_id, {"health", "work"})
    assert "tracks hidden from Nadia Aziz: health, work" in exchange.take_out(plan)[1]


def test_what_the_rights_box_keeps_of_a_plan_is_named(amira: Cast) -> None:
    places = {"step": amira.step, "milestone": amira.milestone}
    with db.writing() as session:
        give_rights(session, amira.id, places, amira.citizen, amira.bo)
    _, gaps = exchange.take_out(amira.id)
    for told in ("decisions and the calls before them: 1", "letters to the official mailbox: 1",
                 "choices put before the citizen: 1", "what the citizen has lived on: 1"):  # fmt: skip
        assert told in gaps
