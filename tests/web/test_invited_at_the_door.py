"""Somebody whom only a citizen has asked comes in by the citizens' door, with the code that they typed before."""

import pytest
from cast import Plan, prepare
from sqlmodel import select
from web.providers import provider, town
from web.rogue import Rogue
from web.town import Ask, Town, is_in

from minplan import clock, db, sharing
from minplan.access import Person

__all__ = ["provider", "town"]

NADIA = {"sub": "nadia", "cpr": "0404804567", "name": "Nadia Noor"}


@pytest.fixture
def code(town: Town, provider: Rogue) -> str:
    """Amira has asked Nadia, who comes next."""
    amira: Plan = prepare()
    clock.start(None)
    given = {"relation": "companion", "name": "Min nabo", "shares": ["next"], "until": "2027-01-31", "shown": ["work"]}
    made = sharing.invite(amira.citizen, amira.id, sharing.NewInvitation.model_validate(given), "one")
    provider.claims = dict(NADIA)
    assert made
    return made


def knocked(town: Town, code: str) -> Ask:
    ask = town.browser()
    answer = ask("/invitation", "POST", data={"code": code}, allow_redirects=False)
    assert answer.status_code == 303
    return ask


def test_the_code_opens_the_door_for_somebody_new_and_the_link_later(town: Town, code: str) -> None:
    ask = knocked(town, code)
    ask("/sign-in/mitid?next=/invitation/answer")
    assert is_in(ask)
    assert ask("/", allow_redirects=False).headers["Location"] == "/supporting"
    again = town.browser()
    again("/sign-in/mitid")
    assert is_in(again)


def test_without_a_code_a_name_or_the_years_nobody_new_comes_in(town: Town, provider: Rogue, code: str) -> None:
    for ask, claims in (
        (town.browser(), {}),
        (knocked(town, code), {"name": None}),
        (knocked(town, code), {"cpr": "0101204234"}),
    ):
        provider.claims = NADIA | claims
        assert ask("/sign-in/mitid").status_code == 403
        assert not is_in(ask)


def test_a_code_typed_by_who_is_in_lets_nobody_else_in(town: Town, provider: Rogue, code: str) -> None:
    ask = knocked(town, code)
    ask("/sign-in/mitid?next=/invitation/answer")
    assert "Vil du gå med Amira?" in ask("/invitation/answer").text
    provider.claims = NADIA | {"sub": "mona", "name": "Mona Maar"}
    assert ask("/sign-in/mitid").status_code == 403


def test_who_was_here_and_has_left_is_not_made_anew_by_a_code(town: Town, code: str) -> None:
    ask = knocked(town, code)
    ask("/sign-in/mitid")
    with db.writing() as session:
        found = session.exec(select(Person).where(Person.name == "Nadia Noor")).one()
        found.ended_on = clock.today()
    again = knocked(town, code)
    assert again("/sign-in/mitid").status_code == 403 and not is_in(again)
