"""Who somebody is who comes from a provider: by what was linked, by number or e-mail the first time, or nobody."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from minplan import access, clock, db, identity
from minplan.access import Municipality, Person
from minplan.errors import NotAllowed
from minplan.identity import Claimed, Identity

NUMBER = "0101901234"
AMIRA = Claimed("mitid", "https://login", "amira", "home", frozenset({"citizen", "supporter"}), number=NUMBER)
BO = Claimed(
    "ansatte", "https://idp", "bo", "home", frozenset({"staff", "leader"}), kind="staff", email="Bo@Kommune.example",
    name="Bo Berg",
)  # fmt: skip


def kept(**what: Any) -> UUID:
    with db.writing() as session:
        person = Person(**{"kind": "citizen", "name": "Amira"} | what)
        session.add(person)
        session.flush()
        return person.id


def amira(**what: Any) -> UUID:
    return kept(number_hash=identity.number_hash(what.get("municipality_id", "home"), NUMBER), **what)


def bo(**what: Any) -> UUID:
    return kept(**{"kind": "staff", "name": "Bo", "email": "bo@kommune.example"} | what)


def at_once(act: Callable[[], Any], times: int = 6) -> list[Any]:
    with ThreadPoolExecutor(times) as threads:
        return [each.result() for each in [threads.submit(act) for _ in range(times)]]


def arrived(claimed: Claimed) -> UUID | None:
    found = identity.arrive(claimed)
    return found and found.id


def test_the_number_serves_the_first_time_and_the_link_for_good(database: Engine) -> None:
    person = amira()
    assert arrived(replace(AMIRA, number="")) is None
    assert arrived(AMIRA) == person
    assert arrived(replace(AMIRA, number="")) == person
    assert arrived(replace(AMIRA, subject="other", number="0202902345")) is None
    # Whoever comes with her number and is somebody else there may be a stranger with a mistyped one.
    assert arrived(replace(AMIRA, subject="stranger")) is None


def test_nothing_crosses_between_two_municipalities(database: Engine) -> None:
    with db.writing() as session:
        session.add(Municipality(code="other", name="Den anden kommune"))
    elsewhere = amira(municipality_id="other")
    assert arrived(AMIRA) is None
    assert arrived(replace(AMIRA, municipality="other")) == elsewhere
    assert arrived(AMIRA) is None  # linked there, and still nobody here


@pytest.mark.parametrize("linked", [True, False])
def test_who_has_left_does_not_come_in_and_is_not_made_anew(database: Engine, linked: bool) -> None:
    person = bo()
    if linked:
        assert arrived(BO) == person
    with db.writing() as session:
        session.get_one(Person, person).ended_on = clock.today()
    assert arrived(replace(BO, create=True)) is None
    assert len(everybody()) == 1


def test_a_door_is_for_its_own_kinds(database: Engine) -> None:
    amira(kind="staff")
    assert arrived(AMIRA) is None
    bo(kind="administrator")
    assert arrived(BO) is None


def test_an_address_that_passed_on_to_a_new_colleague_is_not_the_old_one(database: Engine) -> None:
    person = bo()
    assert arrived(BO) == person
    assert arrived(replace(BO, subject="somebody else", create=True)) is None


def test_a_colleague_is_made_just_in_time_once(database: Engine) -> None:
    assert arrived(BO) is None
    assert arrived(replace(BO, create=True, email="")) is None
    made = identity.arrive(replace(BO, create=True))
    assert made is not None
    assert (made.kind, made.name, made.email) == ("staff", "Bo Berg", "bo@kommune.example")
    assert arrived(replace(BO, create=True, email="new@kommune.example")) == made.id


def test_the_kind_follows_the_role(database: Engine) -> None:
    person = bo()
    arrived(replace(BO, kind="leader"))
    assert access.person(person).kind == "leader"  # type: ignore[union-attr]
    arrived(BO)
    assert access.person(person).kind == "staff"  # type: ignore[union-attr]


@pytest.mark.parametrize("relation", ["contact", "team"])
def test_who_has_places_on_plans_does_not_become_somebody_who_can_have_none(database: Engine, relation: str) -> None:
    person, plan = bo(), uuid4()
    with db.writing() as session:
        session.add(access.Plan(id=plan, citizen_id=amira(), created_at=clock.now()))
        session.flush()
        session.add(access.Membership(plan_id=plan, person_id=person, relation=relation, name="Bo"))
    every = replace(BO, kinds=BO.kinds | {"editor"}, kind="editor")
    with pytest.raises(NotAllowed):
        identity.arrive(every)
    assert access.person(person).kind == "staff"  # type: ignore[union-attr]
    assert arrived(replace(every, kind="leader")) == person
    with db.writing() as session:
        session.get_one(access.Membership, (plan, person)).until = clock.today() - timedelta(days=1)
    assert arrived(every) == person
    assert access.person(person).kind == "editor"  # type: ignore[union-attr]


def test_many_tabs_at_once_make_one_person(database: Engine) -> None:
    found = at_once(lambda: arrived(replace(BO, create=True)))
    assert len(set(found)) == 1 and len(everybody()) == 1


def everybody() -> list[Person]:
    with db.writing() as session:
        assert len(session.exec(select(Identity)).all()) <= 1
        return list(session.exec(select(Person)).all())
