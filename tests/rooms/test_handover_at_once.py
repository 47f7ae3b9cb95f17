"""Several leaders at once: the citizen has exactly one contact person, and one change happened."""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from cast import Plan, said
from props import entries
from rooms.test_handover import change, places, somebody

from minplan import access, clock, db, handover
from minplan.errors import Conflict, Invalid


@pytest.mark.slow
def test_of_several_who_change_it_at_once_one_does(amira: Plan) -> None:
    leaders = [somebody("leader", f"Leder {number}") for number in range(4)]
    new = [somebody("staff", f"Ny {number}") for number in range(4)]

    def attempt(number: int) -> str:
        try:
            return change(amira, leaders[number], new[number]).kind
        except Conflict:
            return "conflict"

    with ThreadPoolExecutor(4) as hands:
        found = sorted(hands.map(attempt, range(4)))
    assert found == ["conflict"] * 3 + ["done"]
    assert [relation for relation, _ in places(amira).values()].count("contact") == 1
    assert [entry.verb for entry in entries(amira)].count("change_contact") == 1


@pytest.mark.slow
def test_whoever_is_let_go_at_this_moment_becomes_nobodys_contact_person(amira: Plan) -> None:
    leader, waits = somebody(), []

    def attempt() -> str:
        try:
            return change(amira, leader, amira.camilla).kind
        except Invalid:
            return "invalid"

    with ThreadPoolExecutor(1) as hands:
        with db.writing() as session:
            going = session.get_one(access.Person, amira.camilla, with_for_update=True)
            found = hands.submit(attempt)
            waits.append(wait([found], timeout=0.5).not_done)
            going.ended_on = clock.today()
        assert found.result(10) == "invalid"
    assert waits == [{found}] and amira.camilla not in places(amira)


@pytest.mark.slow
def test_a_wish_that_is_sent_from_two_windows_at_once_is_one(amira: Plan) -> None:
    leader = somebody()
    with ThreadPoolExecutor(4) as hands:
        sent = list(hands.map(lambda _: handover.ask(amira.citizen, amira.id, said("Hjælp")).subject_id, range(4)))
    assert len(set(sent)) == 1 and len(handover.petitions(leader)) == 1
