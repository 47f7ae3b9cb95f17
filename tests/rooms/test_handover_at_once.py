"""Several leaders at once: the citizen has exactly one contact person, and one change happened."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from cast import Plan, said
from props import entries
from rooms.test_handover import change, places, somebody

from minplan import handover
from minplan.errors import Conflict


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
def test_a_wish_that_is_sent_from_two_windows_at_once_is_one(amira: Plan) -> None:
    leader = somebody()
    with ThreadPoolExecutor(4) as hands:
        sent = list(hands.map(lambda _: handover.ask(amira.citizen, amira.id, said("Hjælp")).subject_id, range(4)))
    assert len(set(sent)) == 1 and len(handover.petitions(leader)) == 1
