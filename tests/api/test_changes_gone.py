"""That something is gone is told to whoever could hear of it, and to nobody else."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from answering import answer_newest
from cast import Plan, prepare, said
from consenting import give, works_in
from flask import Flask
from on_each import app
from props import row
from sqlalchemy import Engine
from systems import Machine, let_in
from systems_plan import agreed, kept_back, shown

from minplan import access, clock, db, journey, office, sharing
from minplan.access import HOME
from minplan.journey.step import Step

__all__ = ["app"]


@pytest.fixture
def amira(database: Engine) -> Plan:  # noqa: ARG001
    """Her plan, on each database, with a contact person of a department that has a system of its own."""
    plan = prepare()
    works_in(plan, plan.bo, "Jobcenter")
    with db.writing() as session:
        bo = session.get_one(access.Person, plan.bo)
        bo.email, bo.department = "bo@kommune.example", "Jobcenter"
    return plan


@pytest.fixture
def clinic(app: Flask, amira: Plan) -> Machine:
    """The system of another department."""
    return let_in(app, "klinik", departments=("health",))


@pytest.fixture
def job(app: Flask, amira: Plan) -> Machine:
    """The system of the contact person's department."""
    return let_in(app, "jobsys", departments=("Jobcenter",))


def told(machine: Machine, after: str = "0") -> list[str]:
    """What is new for a system, in short."""
    items: list[Any] = machine.get(f"/changes?after={after}&limit=200").json["items"]
    return [each["type"].removeprefix("dk.minplan.").removesuffix(".v1") for each in items]


def now(machine: Machine) -> str:
    return str(machine.get("/changes").json["next"])


def move(amira: Plan, department: str) -> None:
    card = office.NewPerson(kind="staff", name="Bo", email="bo@kommune.example", department=department)
    assert office.change(office.operator(HOME), amira.bo, card, {})


def own_step(amira: Plan) -> None:
    """She shows a step of her own."""
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])


GONE = ["step.deleted", "milestone.deleted", "goal.deleted"]


def test_of_what_is_kept_from_the_contact_person_nobody_hears_that_it_went(machine: Machine, amira: Plan) -> None:
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    at = now(machine)
    words = {"title": said("Psykolog"), "why": said("Fordi")}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="agreed", **words)
    journey.add_step(amira.tove, amira.id, new)
    answer_newest(amira, "no")
    own_step(amira)
    kept_back(amira, "step", amira.step)
    assert told(machine, at) == []


def test_what_came_and_went_before_a_yes_is_not_told_by_it(clinic: Machine, job: Machine, amira: Plan) -> None:
    own_step(amira)
    kept_back(amira, "step", amira.step)
    clock.start(clock.now() + timedelta(days=30))
    give(amira)
    assert told(clinic) == ["consent.created"]
    assert told(job)[:-1] == [each.replace("created", "deleted") for each in [*GONE[::-1], *GONE]]


def test_what_goes_while_a_yes_holds_is_told_and_what_goes_after_it_is_not(clinic: Machine, amira: Plan) -> None:
    yes = give(amira)
    own_step(amira)
    at = now(clinic)
    kept_back(amira, "step", amira.step)
    assert told(clinic, at) == GONE
    own_step(amira)
    at = now(clinic)
    sharing.withdraw_consent(amira.citizen, amira.id, yes)
    kept_back(amira, "step", amira.step)
    assert told(clinic, at) == ["consent.updated"]
    give(amira)
    assert [each for each in told(clinic, at) if "consent" not in each] == []


def test_a_department_that_gains_a_plan_is_not_told_what_went_before(clinic: Machine, amira: Plan) -> None:
    own_step(amira)
    kept_back(amira, "step", amira.step)
    move(amira, "Sundhedscentret")
    assert told(clinic) == ["plan.created", "citizen.created"]


def test_a_department_that_loses_a_plan_is_not_told_of_what_was_kept(job: Machine, amira: Plan) -> None:
    agreed(amira)
    work = agreed(amira, "Søg job", tracks=["work"])
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    at = now(job)
    move(amira, "Sundhedscentret")
    items: list[Any] = job.get(f"/changes?after={at}").json["items"]
    assert [UUID(each["subject"]["id"]) for each in items if each["subject"]["type"] == "step"] == [work]
    assert all(each["deleted"] for each in items)


def test_a_department_that_lost_a_plan_and_has_it_again_hears_what_went_meanwhile(job: Machine, amira: Plan) -> None:
    own_step(amira)
    at = now(job)
    move(amira, "Sundhedscentret")
    kept_back(amira, "step", amira.step)
    move(amira, "Jobcenter")
    assert "step.deleted" in told(job, at) and "plan.created" in told(job, at)


def test_what_left_when_its_track_was_hidden_is_told_though_nobody_looked_between(job: Machine, amira: Plan) -> None:
    own_step(amira)
    at = now(job)
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    kept_back(amira, "step", amira.step)
    assert sorted(told(job, at)) == sorted(["plan.updated", *GONE])
