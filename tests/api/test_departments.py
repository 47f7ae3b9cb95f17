"""A department's system and people of other departments: it brings its own, lets itself into no
plan, and hears of those that come and go."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from cast import Plan
from consenting import give, works_in
from flask import Flask
from officers import NUMBER, appoint, number_of
from on_each import amira, app
from systems import Machine, let_in
from systems_plan import agreed

from minplan import access, db, identity, journey, office
from minplan.access import HOME

__all__ = ["amira", "app"]
NEW = {"If_None_Match": "*"}
NOT_THEIRS = [{"pointer": "/department", "code": "other_department"}]
OURS = {"name": "Bodil", "email": "bodil@kommune.example", "department": "Sundhedscentret"}


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


@pytest.mark.parametrize("theirs", ["Jobcenter", None])
@pytest.mark.parametrize("sent", [{"name": "Svindler"}, {"phone": "90 90 90 90"}, {"role": "Chef"}])
def test_a_departments_system_writes_on_nobody_elses_card(
    clinic: Machine, amira: Plan, theirs: str | None, sent: Any
) -> None:
    with db.writing() as session:
        bo = session.get_one(access.Person, amira.bo)
        bo.email, bo.department = "bo@kommune.example", theirs
    before = office.one(office.operator(HOME), amira.bo)
    named = _caseworker(clinic, "w-1", {"name": "Bo", "email": "bo@kommune.example"})
    assert (named.status_code, named.json["id"]) == (201, str(amira.bo))
    card = {"name": "Bo", "email": "bo@kommune.example"} | sent
    message = {"id": "m-1", "type": "caseworker", "subject": "w-1", "version": 1, "data": card}
    patched = clinic.ask("PATCH", f"/caseworkers/{amira.bo}", sent, If_Match="*")
    put = clinic.ask("PUT", "/caseworkers/by-ref/klinik/w-1", card, If_Match="*")
    for refused in (patched, put):
        assert (refused.status_code, refused.json["errors"]) == (422, NOT_THEIRS)
    came = clinic.ask("POST", "/inbox", {"messages": [message]}).json["items"][0]
    assert (came["outcome"], came["errors"][0]["code"]) == ("refused", "other_department")
    assert office.one(office.operator(HOME), amira.bo) == before
    with access.view(amira.citizen, amira.id) as view:
        assert view.contact and (view.contact.name, view.contact.phone) == ("Bo", before.phone)


def test_a_system_of_the_whole_municipality_moves_people(machine: Machine, amira: Plan) -> None:
    with db.writing() as session:
        session.get_one(access.Person, amira.bo).email = "bo@kommune.example"
    moved = machine.ask("PATCH", f"/caseworkers/{amira.bo}", {"department": "Sundhedscentret"}, If_Match="*")
    assert moved.status_code == 200


@pytest.fixture
def job(app: Flask, amira: Plan) -> Machine:
    """The system of her contact person's department."""
    works_in(amira, amira.bo, "Jobcenter")
    with db.writing() as session:
        session.get_one(access.Person, amira.bo).department = "Jobcenter"
    return let_in(app, "jobsys", departments=("Jobcenter",))


def _told(machine: Machine, after: str) -> list[str]:
    """What is new for a system, in short."""
    items = machine.get(f"/changes?after={after}").json["items"]
    return [each["type"].removeprefix("dk.minplan.").removesuffix(".v1") for each in items]


def _now(machine: Machine) -> str:
    return str(machine.get("/changes").json["next"])


def _move_bo(amira: Plan, _: Machine) -> None:
    card = office.NewPerson(kind="staff", name="Bo", email="bo@kommune.example", department="Sundhedscentret")
    assert office.change(office.operator(HOME), amira.bo, card, {})


def _system_moves_bo(amira: Plan, machine: Machine) -> None:
    sent = {"email": "bo@kommune.example", "department": "Sundhedscentret"}
    with db.writing() as session:
        session.get_one(access.Person, amira.bo).email = sent["email"]
    assert machine.ask("PATCH", f"/caseworkers/{amira.bo}", sent, If_Match="*").status_code == 200


def _hand_over(amira: Plan, machine: Machine) -> None:
    with db.writing() as session:
        session.get_one(access.Person, amira.camilla).department = "Sundhedscentret"
    sent = {"contact": str(amira.camilla), "because": {"text": "Bo går på pension"}}
    assert machine.ask("PATCH", f"/plans/{amira.id}", sent, If_Match="*").status_code == 200


@pytest.mark.parametrize("move", [_move_bo, _system_moves_bo, _hand_over])
def test_who_gains_a_plan_hears_that_it_came_and_who_loses_it_that_it_went(
    app: Flask, machine: Machine, clinic: Machine, job: Machine, amira: Plan, move: Callable[[Plan, Machine], None]
) -> None:
    agreed(amira)
    other = let_in(app, "kultur", departments=("Kultur",))
    at = {each: _now(each) for each in (machine, clinic, job, other)}
    move(amira, machine)
    came = ["plan.created", "citizen.created", "goal.created", "milestone.created", "step.created"]
    assert _told(clinic, at[clinic]) == came
    assert _told(job, at[job]) == [each.replace("created", "deleted") for each in came]
    assert _told(machine, at[machine]) == ["plan.updated"] and _told(other, at[other]) == []
    assert clinic.get(f"/plans/{amira.id}").status_code == 200 and job.get(f"/plans/{amira.id}").status_code == 404


def test_who_gives_a_plan_away_keeps_what_a_yes_opens_and_hears_of_the_rest(clinic: Machine, amira: Plan) -> None:
    works_in(amira, amira.bo, "health")
    agreed(amira, "Søg job", tracks=["work"])
    with db.writing() as session:
        session.get_one(access.Person, amira.camilla).department = "Jobcenter"
    sent = {"contact": str(amira.camilla), "because": {"text": "Bo går på pension"}}
    refused = clinic.ask("PATCH", f"/plans/{amira.id}", sent, If_Match="*")
    assert (refused.status_code, refused.json["errors"]) == (422, [{"pointer": "/contact", "code": "other_department"}])
    assert clinic.get(f"/plans/{amira.id}").json["contact"] == str(amira.bo)
    give(amira)
    at = _now(clinic)
    assert clinic.ask("PATCH", f"/plans/{amira.id}", sent, If_Match="*").status_code == 200
    told = _told(clinic, at)
    assert told[0] == "plan.created" and "step.deleted" in told


@pytest.mark.parametrize("departments", [(), ("health",)])
def test_that_a_system_would_hear_of_nothing_is_not_said_to_be_another_department(
    app: Flask, amira: Plan, departments: tuple[str, ...]
) -> None:
    system = let_in(app, "fagsystem", departments=departments)
    works_in(amira, amira.bo, "health")
    with db.writing() as session:
        session.get_one(access.Person, amira.tove).department = "health"
    works_in(amira, amira.tove, "health")
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, set(access.TRACKS))
    sent = {"contact": str(amira.tove), "because": {"text": "Bo går på pension"}}
    refused = system.ask("PATCH", f"/plans/{amira.id}", sent, If_Match="*")
    assert (refused.status_code, refused.json["errors"]) == (422, [{"pointer": "/contact", "code": "no_longer_heard"}])
    assert system.get(f"/plans/{amira.id}").json["contact"] == str(amira.bo)


COMPLETE = {"name": "Karin", "language": "da"}
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize("key", [{}, {"Idempotency_Key": "k-1"}])
@pytest.mark.parametrize(
    "create", [None, {}, {"name": "Karin"}, COMPLETE | {"contact": NOBODY}, COMPLETE | {"contact": "bo"},
               COMPLETE | {"contact": {"system": "klinik", "id": "x"}}],
)  # fmt: skip
def test_a_lookup_does_not_tell_who_has_a_plan_and_the_citizen_reads_of_it(
    clinic: Machine, amira: Plan, create: Any, key: Any
) -> None:
    works_in(amira, amira.bo, "Jobcenter")
    with db.writing() as session:
        session.get_one(access.Person, amira.bo).department = "Jobcenter"
    number_of(amira.citizen)
    if create and create.get("contact") == "bo":
        create = create | {"contact": str(amira.bo)}
    answers = [
        clinic.ask("POST", "/citizens/lookup", {"number": number, "create": create},
                   **{name: f"{value}-{number}" for name, value in key.items()})
        for number in (NUMBER, "999999-0002")
    ]  # fmt: skip
    known, unknown = ((each.status_code, each.json) for each in answers)
    assert known == unknown and known[0] == (404 if create is None else 422)
    with db.reading() as connection:
        looks = connection.exec_driver_sql("SELECT what FROM opening").scalars().all()
    complete = create is None or "contact" in create
    assert looks == ["lookup"] * complete
    assert not identity.by_number(HOME, "999999-0002")


def test_a_name_that_is_taken_does_not_tell_it_either(clinic: Machine, amira: Plan) -> None:
    works_in(amira, amira.bo, "Jobcenter")
    number_of(amira.citizen)
    own = office.NewPerson(kind="staff", **OURS)
    office.add(office.operator(HOME), contact := uuid4(), own)
    karin = COMPLETE | {"contact": str(contact)}
    assert clinic.ask("PUT", "/citizens/by-ref/klinik/c-1", karin, **NEW).status_code == 201
    for number in (NUMBER, "999999-0002"):
        refused = clinic.ask("POST", "/citizens/lookup", {"number": number, "ref": "c-1", "create": karin})
        assert (refused.status_code, refused.json["type"].rpartition("/")[2]) == (409, "exists")


def test_a_citizen_who_comes_back_has_a_plan_again(machine: Machine, amira: Plan) -> None:
    agreed(amira)
    by = appoint().by("admin")
    office.end(by, amira.citizen)
    at = _now(machine)
    assert office.come_back(by, amira.citizen) and not office.come_back(by, amira.citizen)
    came = ["plan.created", "citizen.created", "goal.created", "milestone.created", "step.created"]
    assert _told(machine, at) == came and machine.get(f"/plans/{amira.id}").status_code == 200


def test_a_comma_in_a_departments_name_opens_no_other_departments_plans(app: Flask, amira: Plan) -> None:
    agreed(amira)
    social = let_in(app, "social", departments=("Job, Social",))
    for department, answered in (("Job", 404), ("Job, Social", 200)):
        works_in(amira, amira.bo, department)
        assert social.get(f"/plans/{amira.id}").status_code == answered
