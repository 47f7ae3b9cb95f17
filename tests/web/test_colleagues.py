"""Colleagues come in by their provider: known by an address that is theirs, and what they are follows the roles."""

from typing import Any

import pytest
from web.providers import provider, town
from web.rogue import Rogue
from web.town import Ask, Town, citizen, colleague, is_in

from minplan import access, clock, db
from minplan.access import Membership, Plan

__all__ = ["provider", "town"]

BO = {"tid": "home", "oid": "bo", "cpr": None, "email": "bo@kommune.example", "realm": {"roles": ["caseworker"]}}


def come(town: Town, provider: Rogue, **claims: Any) -> tuple[Ask, str]:
    provider.claims = BO | claims
    ask = town.browser()
    return ask, ask("/sign-in/ansatte").text


@pytest.mark.parametrize(("said", "known"), [(None, True), (True, True), (False, False), ("false", False), ("", False)])
def test_an_address_that_may_be_anybodys_says_nothing(town: Town, provider: Rogue, said: Any, known: bool) -> None:
    colleague("bo@kommune.example")
    assert is_in(come(town, provider, email_verified=said)[0]) == known


def test_a_contact_person_does_not_become_an_editor_while_citizens_have_them(town: Town, provider: Rogue) -> None:
    town.app.extensions["minplan_providers"]["ansatte"].roles["edits"] = "editor"
    bo = colleague("bo@kommune.example")
    amira = citizen("0202902345")
    with db.writing() as session:
        plan = Plan(citizen_id=amira.id, created_at=clock.now())
        session.add(plan)
        session.flush()
        session.add(Membership(plan_id=plan.id, person_id=bo.id, relation="contact", name="Bo"))
    assert is_in(come(town, provider)[0])
    ask, page = come(town, provider, realm={"roles": ["edits"]})
    assert "Borgerne skal have en anden først" in page and "Bed din leder" in page and not is_in(ask)
    assert access.person(bo.id).kind == "staff"  # type: ignore[union-attr]
    assert is_in(come(town, provider, realm={"roles": ["lead"]})[0])


def test_whoever_gives_roles_reads_that_they_come_from_there(town: Town, provider: Rogue) -> None:
    town.app.extensions["minplan_providers"]["ansatte"].roles["runs"] = "administrator"
    ask, _page = come(town, provider, realm={"roles": ["runs"]})
    assert "følger rollen der, hvor kollegaen logger ind" in ask("/people").text
