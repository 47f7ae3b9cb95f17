"""Who stands by somebody and is entered as a citizen later is one person, with all that they had."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from props import everything
from sqlalchemy import Engine

from minplan import access, clock, db, identity, journey, sharing
from minplan.access import SUPPORTERS, Membership, Person
from minplan.identity import Claimed, Identity
from minplan.journey import NewWin
from minplan.sharing import NewInvitation

NUMBER = "0202902345"
NADIA = Claimed("mitid", "https://i", "nadia", "home", frozenset({"citizen", "supporter"}), number=NUMBER, name="Nadia")


@pytest.fixture
def nadia(database: Engine, amira: Plan) -> UUID:
    """A supporter who has looked, and is in."""
    invitation = invited(amira)
    found = sharing.newcomer(invitation, NADIA)
    assert found
    sharing.accept(found.id, invitation)
    look(amira, found.id)
    identity.begin(found.id, "mitid", "https://i", "nadia")
    return found.id


def invited(amira: Plan) -> UUID:
    until, tracks = clock.today() + timedelta(days=30), set(journey.TRACKS)
    new = NewInvitation(relation="companion", name="Min søster", shares={"next"}, shown=tracks, until=until)
    code = sharing.invite(amira.citizen, amira.id, new, "once")
    assert code
    return sharing.open_code(code, "desk")


def look(amira: Plan, who: UUID) -> bool:
    with access.view(who, amira.id, "supporting", frozenset(SUPPORTERS)) as view:
        return bool(sharing.glimpse(view.viewer, journey.way(view), clock.today()).next)


def entered(**more: object) -> UUID:
    with db.writing() as session:
        person = Person(kind="citizen", name="Nadia N", number_hash=identity.number_hash("home", NUMBER), **more)
        session.add(person)
        session.flush()
        return person.id


def come(claimed: Claimed = NADIA) -> UUID | None:
    found = identity.arrive(claimed)
    return found and found.id


def test_a_supporter_whom_the_municipality_enters_becomes_that_citizen(amira: Plan, nadia: UUID) -> None:
    assert come() == nadia
    citizen = entered()
    assert come() == citizen == come(replace(NADIA, number=""))
    assert access.person(nadia) is None and str(nadia) not in str(everything())
    assert identity.sign_ins(citizen) == [] and look(amira, citizen)
    assert [each.plan_id for each in sharing.standing_by(citizen)] == [amira.id]
    with access.view(amira.citizen) as view:
        assert [each.id for each in sharing.circle(view)[0]] == [citizen]
    assert sharing.end_supporter(amira.citizen, amira.id, citizen).kind == "done"


def ended(_amira: Plan, citizen: UUID) -> None:
    with db.writing() as session:
        session.get_one(Person, citizen).ended_on = clock.today()


def known_there(_amira: Plan, citizen: UUID) -> None:
    with db.writing() as session:
        session.add(
            Identity(issuer="https://i", subject="x", person_id=citizen, provider="mitid", linked_at=clock.now())
        )


@pytest.mark.parametrize("how", [ended, known_there])
def test_who_cannot_come_in_by_the_number_is_nobody_else(
    amira: Plan, nadia: UUID, how: Callable[[Plan, UUID], None]
) -> None:
    how(amira, entered())
    assert come() == nadia and look(amira, nadia)


@pytest.mark.parametrize(("days", "kept"), [(9, "Min veninde"), (-1, "Min søster")])
def test_a_place_that_runs_already_stays(amira: Plan, nadia: UUID, days: int, kept: str) -> None:
    citizen, until = entered(), clock.today() + timedelta(days=days)
    with db.writing() as session:
        session.add(Membership(plan_id=amira.id, person_id=citizen, relation="mentor", name="Min veninde", until=until))
    assert come() == citizen
    with access.view(amira.citizen) as view:
        assert [each.name for each in sharing.circle(view)[0]] == [kept]


def test_who_stood_by_themselves_does_so_no_more(amira: Plan, nadia: UUID) -> None:
    with db.writing() as session:
        session.get_one(Person, amira.citizen).number_hash = identity.number_hash("home", NUMBER)
    assert come() == amira.citizen
    with access.view(amira.citizen) as view:
        assert sharing.circle(view)[:2] == ([], [])
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg turde")))
