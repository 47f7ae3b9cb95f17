"""A citizen's id number is put right: nobody takes a citizen over by it, and a stranger who came in is out."""

from dataclasses import replace

import pytest
from cast import Plan
from officers import NUMBER, Officers, appoint, number_of
from props import entries, nothing_written, one_change

from minplan import access, identity, office, sharing
from minplan.errors import Invalid
from minplan.identity import Claimed
from minplan.office import NewCitizen

WRONG = "010170-1234"
THERE = Claimed("mitid", "https://login", "amira", "home", frozenset({"citizen"}), number=NUMBER)
STRANGER = replace(THERE, subject="stranger", number=WRONG)
SAME = NewCitizen(name="Amira", language="da")


@pytest.fixture
def officers(amira: Plan) -> Officers:
    return appoint()


def arrived(claimed: Claimed) -> object:
    found = identity.arrive(claimed)
    return found and found.id


def told(amira: Plan) -> list[str]:
    return [notice.what for notice in sharing.notices(amira.citizen) if notice.unread]


def test_nobody_in_the_office_comes_in_as_a_citizen_by_giving_them_another_number(
    officers: Officers, amira: Plan
) -> None:
    number_of(amira.citizen)
    assert arrived(THERE) == amira.citizen
    with nothing_written(amira), pytest.raises(Invalid, match="number: comes_in"):
        office.change(officers.by("admin"), amira.citizen, SAME, {}, WRONG)
    assert arrived(replace(STRANGER, number=NUMBER)) is None


def test_a_mistyped_number_is_put_right_before_anybody_came_in_by_it(officers: Officers, amira: Plan) -> None:
    number_of(amira.citizen, WRONG)
    with one_change(amira):
        assert office.change(officers.by("admin"), amira.citizen, SAME, {}, NUMBER)
    assert (entries(amira)[0].verb, entries(amira)[0].audience) == ("renumber", "citizen")
    assert told(amira) == ["news"]
    assert arrived(STRANGER) is None and arrived(THERE) == amira.citizen
    with nothing_written(amira):
        assert not office.change(officers.by("admin"), amira.citizen, SAME, {}, NUMBER)


def test_the_operator_puts_it_right_and_the_stranger_is_out_at_once(officers: Officers, amira: Plan) -> None:
    number_of(amira.citizen, WRONG)
    assert arrived(STRANGER) == amira.citizen
    key = identity.begin(amira.citizen, "mitid", "https://login", "stranger")
    with one_change(amira):
        assert office.change(office.operator(access.HOME), amira.citizen, SAME, {}, NUMBER)
    assert identity.visit(key) is None and told(amira) == ["news"]
    assert arrived(STRANGER) is None and arrived(THERE) == amira.citizen


def test_who_is_called_something_else_at_the_provider_comes_in_again_by_the_operator(
    officers: Officers, amira: Plan
) -> None:
    number_of(amira.citizen)
    assert arrived(THERE) == amira.citizen
    assert not office.change(officers.by("admin"), amira.citizen, SAME, {}, NUMBER)
    assert office.change(office.operator(access.HOME), amira.citizen, SAME, {}, NUMBER)
    assert arrived(replace(THERE, subject="amira-again")) == amira.citizen


def test_a_first_number_is_no_news(officers: Officers, amira: Plan) -> None:
    before = len(entries(amira))
    assert office.change(officers.by("admin"), amira.citizen, SAME, {}, NUMBER)
    assert len(entries(amira)) == before and not told(amira)
