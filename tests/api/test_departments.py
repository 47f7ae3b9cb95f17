"""A department's system and people of other departments: it brings its own, and lets itself into no plan."""

from typing import Any

import pytest
from cast import Plan, prepare
from flask import Flask
from sqlalchemy import Engine
from systems import Machine, let_in
from web.fixtures import SETTINGS

from minplan import access, create_app, db, office
from minplan.access import HOME

NEW = {"If_None_Match": "*"}
NOT_THEIRS = [{"pointer": "/department", "code": "other_department"}]
OURS = {"name": "Bodil", "email": "bodil@kommune.example", "department": "Sundhedscentret"}


@pytest.fixture
def amira(database: Engine) -> Plan:  # noqa: ARG001
    """Her plan, on each database."""
    return prepare()


@pytest.fixture
def app(amira: Plan) -> Flask:  # noqa: ARG001
    """The application there."""
    return create_app(SETTINGS)


@pytest.fixture
def clinic(app: Flask, amira: Plan) -> Machine:
    """A system of another department than her contact person's."""
    return let_in(app, "klinik", departments=("health",))


def _caseworker(machine: Machine, ref: str, sent: Any) -> Any:
    return machine.ask("PUT", f"/caseworkers/by-ref/klinik/{ref}", sent, **NEW)


@pytest.mark.parametrize("department", ["Sundhedscentret", "health", ""])
def test_a_departments_system_lets_itself_into_no_plan(clinic: Machine, amira: Plan, department: str) -> None:
    with db.writing() as session:
        bo = session.get_one(access.Person, amira.bo)
        bo.email, bo.department = "bo@kommune.example", "Jobcenter"
    card = {"name": "Bo", "email": "bo@kommune.example", "department": department}
    patched = clinic.ask("PATCH", f"/caseworkers/{amira.bo}", {"department": department}, If_Match="*")
    adopted = _caseworker(clinic, "w-1", card)
    for refused in (patched, adopted):
        assert (refused.status_code, refused.json["errors"]) == (422, NOT_THEIRS)
    message = {"id": "m-1", "type": "caseworker", "subject": "w-2", "version": 1, "data": card}
    came = clinic.ask("POST", "/inbox", {"messages": [message]}).json["items"][0]
    assert (came["outcome"], came["errors"][0]["code"]) == ("refused", "other_department")
    assert clinic.get("/plans").json["items"] == [] and clinic.get(f"/plans/{amira.id}").status_code == 404
    who = office.one(office.operator(HOME), amira.bo)
    assert who.department == "Jobcenter"
    assert clinic.get("/caseworkers/by-ref/klinik/w-1").status_code == 404


def test_a_departments_system_adds_people_to_its_own_alone(clinic: Machine, amira: Plan) -> None:
    added = _caseworker(clinic, "w-1", OURS)
    assert (added.status_code, added.json["department"]) == (201, "Sundhedscentret")
    named = clinic.ask("PATCH", f"/caseworkers/{added.json['id']}", OURS | {"name": "Bodil Holm"}, If_Match="*")
    assert (named.status_code, named.json["name"]) == (200, "Bodil Holm")
    refused = _caseworker(clinic, "w-2", OURS | {"email": "other@kommune.example", "department": "Jobcenter"})
    assert (refused.status_code, refused.json["errors"]) == (422, NOT_THEIRS)


def test_a_system_of_the_whole_municipality_moves_people(machine: Machine, amira: Plan) -> None:
    with db.writing() as session:
        session.get_one(access.Person, amira.bo).email = "bo@kommune.example"
    moved = machine.ask("PATCH", f"/caseworkers/{amira.bo}", {"department": "Sundhedscentret"}, If_Match="*")
    assert moved.status_code == 200
