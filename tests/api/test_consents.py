"""The citizen's yes decides what a department's system hears, from when, until when, and that it reads so itself."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from consenting import give, works_in
from flask import Flask
from props import hide
from systems import Machine, let_in
from web.household import ELSEWHERE

from minplan import access, clock, db, journey, sharing

WORK = "sharing.health_work"


@pytest.fixture
def case(app: Flask, amira: Plan) -> Machine:
    """The case system of the department that Amira's contact person works in."""
    works_in(amira, amira.bo, "employment")
    return let_in(app, "job", departments=("employment",))


@pytest.fixture
def health(app: Flask, amira: Plan) -> Machine:
    """The system of another department."""
    return let_in(app, "sundhed", departments=("health",))


@pytest.fixture
def steps(amira: Plan) -> dict[str, UUID]:
    """One step that the law asks, on each of three tracks, and one on two."""
    return {name: _law(amira, name.split("+")) for name in ("health", "work", "family", "work+health")}


def _law(amira: Plan, tracks: list[str]) -> UUID:
    words = {"title": said("Samtale"), "why": said("Loven"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=amira.milestone, tracks=tracks, kind="law", **words)
    found = journey.add_step(amira.bo, amira.id, new).subject_id
    assert found
    return found


def read(machine: Machine, amira: Plan, steps: dict[str, UUID]) -> set[str]:
    """Which of the steps this system reads, each by itself; the list says the same."""
    found = {name for name, step in steps.items() if machine.get(f"/plans/{amira.id}/steps/{step}").status_code == 200}
    listed = machine.get(f"/plans/{amira.id}/steps")
    ids = {each["id"] for each in listed.json["items"]} if listed.status_code == 200 else set()
    assert ids == {str(steps[name]) for name in found}
    assert (listed.status_code == 404) == (machine.get(f"/plans/{amira.id}").status_code == 404)
    return found


def test_the_contact_persons_department_hears_of_all_and_another_of_what_was_said_yes_to(
    case: Machine, health: Machine, amira: Plan, steps: dict[str, UUID]
) -> None:
    assert read(case, amira, steps) == set(steps) and not read(health, amira, steps)
    yes = give(amira)
    assert read(health, amira, steps) == {"health"}, "a step is about all of its tracks"
    give(amira, WORK)
    assert read(health, amira, steps) == {"health", "work", "work+health"}
    sharing.withdraw_consent(amira.citizen, amira.id, yes)
    assert read(health, amira, steps) == {"work"}, "from that moment on"
    assert read(case, amira, steps) == set(steps)


def test_a_yes_ends_by_itself_at_the_end_of_its_last_day(
    health: Machine, amira: Plan, steps: dict[str, UUID]
) -> None:
    give(amira)
    with access.view(amira.citizen) as view:
        until = sharing.consents(view)[0].until
    clock.start(clock.parse(f"{until}T23:59"))
    assert read(health, amira, steps) == {"health"}
    clock.start(clock.parse(f"{until + timedelta(days=1)}T00:01"))
    assert read(health, amira, steps) == set()


def test_what_is_kept_from_the_contact_person_is_kept_from_every_system(
    case: Machine, health: Machine, amira: Plan, steps: dict[str, UUID]
) -> None:
    give(amira)
    hide(amira, amira.bo, "health")
    assert read(case, amira, steps) == {"work", "family"} and not read(health, amira, steps)
    for machine in (case, health):
        assert machine.get("/consents").json["items"] == [], "that there was something to keep is told to nobody"


def test_whoever_becomes_the_contact_person_brings_their_department(
    health: Machine, case: Machine, amira: Plan, steps: dict[str, UUID]
) -> None:
    works_in(amira, amira.bo, "health")
    assert read(health, amira, steps) == set(steps) and not read(case, amira, steps)


def test_without_a_department_a_system_is_the_contact_persons(
    machine: Machine, amira: Plan, steps: dict[str, UUID]
) -> None:
    assert read(machine, amira, steps) == set(steps)


def test_a_yes_says_to_whom_about_what_and_until_when_and_not_in_which_words(health: Machine, amira: Plan) -> None:
    yes = give(amira)
    (found,) = health.get("/consents").json["items"]
    assert found == health.get(f"/plans/{amira.id}/consents/{yes}").json
    assert (found["id"], found["plan"], found["kind"]) == (str(yes), str(amira.id), "sharing")
    assert (found["department"], found["topic"], found["runs"]) == ("health", "health", True)
    assert set(found) == {
        *("id", "plan", "kind", "department", "topic", "given_at", "until", "withdrawn_at", "runs")
    }


def test_the_department_reads_that_its_yes_has_ended_though_the_plan_is_gone_for_it(
    health: Machine, amira: Plan
) -> None:
    yes = give(amira)
    sharing.withdraw_consent(amira.citizen, amira.id, yes)
    assert health.get(f"/plans/{amira.id}").status_code == 404
    assert health.get(f"/plans/{amira.id}/consents").status_code == 404
    (found,) = health.get("/consents").json["items"]
    assert not found["runs"] and found["withdrawn_at"]


def test_the_feed_tells_the_department_and_the_contact_persons_and_nobody_else(
    app: Flask, case: Machine, health: Machine, amira: Plan
) -> None:
    family = let_in(app, "familie", departments=("family",))
    cursors = {each: each.get("/changes").json["next"] for each in (case, health, family)}
    yes = give(amira)
    sharing.withdraw_consent(amira.citizen, amira.id, yes)
    for machine, hears in ((case, True), (health, True), (family, False)):
        answer = machine.get(f"/changes?after={cursors[machine]}")
        assert answer.status_code == 200, answer.text
        items = answer.json["items"]
        told = [each for each in items if each["subject"]["type"] == "consent"]
        assert bool(told) == hears and all(each["subject"]["id"] == str(yes) for each in told)
        assert not told or (told[-1]["data"]["runs"] is False and not told[-1]["deleted"])


def test_the_contact_persons_department_reads_whom_it_may_tell_and_others_only_their_own(
    app: Flask, case: Machine, health: Machine, machine: Machine, amira: Plan
) -> None:
    family = let_in(app, "familie", departments=("family",))
    give(amira)
    give(amira, "fetching.from_doctor")
    for which in (f"/plans/{amira.id}/consents", "/consents"):
        for of_all in (case, machine):
            assert [each["department"] for each in of_all.get(which).json["items"]] == ["health"], "to be told"
        assert [each["department"] for each in health.get(which).json["items"]] == ["health"]
    assert family.get("/consents").json["items"] == []
    assert let_in(app, "laege", departments=("doctor",)).get("/consents").json["items"][0]["kind"] == "fetching"


def test_another_municipality_and_a_missing_scope_read_no_yes(app: Flask, amira: Plan) -> None:
    give(amira)
    with db.writing() as session:
        session.add(access.Municipality(code=ELSEWHERE, name="Nabo"))
    other = let_in(app, "nabo", ELSEWHERE)
    assert other.get("/consents").json["items"] == []
    assert other.get(f"/plans/{amira.id}/consents").status_code == 404
    lacks = let_in(app, "lille", access.HOME, "plans:read")
    assert {lacks.get(path).status_code for path in ("/consents", f"/plans/{amira.id}/consents")} == {403}


def test_pages_meet_every_yes_once(health: Machine, amira: Plan) -> None:
    every = {str(give(amira)), str(give(amira, WORK))}
    first = health.get("/consents?limit=1").json
    second = health.get(f"/consents?limit=1&after={first['next']}").json
    assert {first["items"][0]["id"], second["items"][0]["id"]} == every and second["next"] is None


def test_the_citizen_reads_who_looked_at_what_they_said_yes_to(health: Machine, amira: Plan) -> None:
    give(amira)
    health.get("/consents")
    with db.reading() as connection:
        opening = access.Opening.__table__  # type: ignore[attr-defined]
        assert [row.relation for row in connection.execute(opening.select())] == ["system"]
