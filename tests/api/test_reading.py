"""What a system reads: what is a part of the case, in the words that may leave, page by page."""

from datetime import timedelta
from uuid import UUID, uuid4

import meetings
import pytest
from cast import Plan, said
from counting import selects
from flask import Flask
from sqlalchemy import Engine
from systems import Machine, let_in

from minplan import access, clock, db, journey
from minplan.access import Membership
from minplan.meeting import Agreement, Meeting
from minplan.sync.external_ref import ExternalRef
from minplan.sync.in_case import InCase
from minplan.words import write


def law_step(amira: Plan, track: str = "health", milestone: UUID | None = None) -> UUID:
    words = {"title": said("Besøg skolen"), "why": said("For at se den"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=milestone or amira.milestone, tracks=[track], kind="law", **words)
    return journey.add_step(amira.bo, amira.id, new).subject_id


def says_yes(amira: Plan, type: str, subject: UUID, text_id: UUID) -> None:
    with db.writing() as session:
        row = {"plan_id": amira.id, "subject_id": subject, "municipality_id": "home", "type": type}
        session.add(InCase(**row, text_id=text_id, at=clock.now()))


def way(amira: Plan) -> journey.Way:
    with access.view(amira.citizen, amira.id) as view:
        return journey.way(view)


def test_the_citizens_words_are_null_until_they_say_yes_in_those_words(machine: Machine, amira: Plan) -> None:
    law_step(amira)
    goal = way(amira).goals[0]
    before = machine.get(f"/plans/{amira.id}/goals/{goal.id}").json
    assert (before["title"], before["why"], before["track"]) == (None, None, "health")
    says_yes(amira, "goal", goal.id, goal.title_id)
    assert machine.get(f"/plans/{amira.id}/goals/{goal.id}").json["title"]["text"] == "At få ro"
    journey.reword_goal(amira.citizen, amira.id, goal.id, goal.title_id, said("At sove"))
    assert machine.get(f"/plans/{amira.id}/goals/{goal.id}").json["title"] is None
    assert machine.get(f"/plans/{amira.id}/milestones/{amira.milestone}").json["title"] is None


def test_nothing_in_the_case_is_an_empty_list(machine: Machine, amira: Plan) -> None:
    for shelf in ("goals", "milestones", "steps", "wins", "meetings", "agreements"):
        assert machine.get(f"/plans/{amira.id}/{shelf}").json == {"items": [], "next": None}


def test_an_own_step_leaves_with_its_title_alone(machine: Machine, amira: Plan) -> None:
    new = journey.NewStep(milestone=amira.milestone, title=said("Ring"), why=said("Jeg er bange"), tracks=["health"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    title = next(each.title_id for each in way(amira).open if each.id == step)
    says_yes(amira, "step", step, title)
    found = machine.get(f"/plans/{amira.id}/steps/{step}").json
    assert (found["title"]["text"], found["why"], found["kind"]) == ("Ring", None, "own")


def test_a_page_ends_where_the_next_begins_and_each_is_met_once(machine: Machine, amira: Plan) -> None:
    every = {str(law_step(amira)) for _ in range(5)}
    met, after = [], ""
    while after is not None:
        page = machine.get(f"/plans/{amira.id}/steps?limit=2{after and f'&after={after}'}").json
        met, after = met + [each["id"] for each in page["items"]], page["next"]
        every.add(str(law_step(amira))) if len(met) == 2 else None
    assert len(met) == len(set(met)) and set(met) >= every - {max(every)}


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "after=!", "after=" + "A" * 101, "offset=1", "after=å"])
def test_a_page_that_cannot_be_is_a_problem(machine: Machine, amira: Plan, query: str) -> None:
    answer = machine.get(f"/plans?{query}")
    assert (answer.status_code, answer.json["type"]) == (400, "/api/v1/problems/bad-request")
    assert answer.json["errors"][0]["pointer"] in ("limit", "after", "offset")


def test_whoever_the_contact_is_kept_from_a_system_is_too(machine: Machine, amira: Plan) -> None:
    step = law_step(amira)
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"}, frozenset())
    assert machine.get(f"/plans/{amira.id}/steps/{step}").status_code == 404
    assert "health" not in machine.get(f"/plans/{amira.id}").json["tracks"]
    listed = {each["id"]: each["tracks"] for each in machine.get("/plans").json["items"]}
    assert "health" not in listed[str(amira.id)] and len(listed[str(amira.id)]) == 4


def test_a_department_hears_by_the_citizens_yes_alone(app: Flask, amira: Plan) -> None:
    step = law_step(amira)
    with db.writing() as session:
        session.get_one(Membership, (amira.id, amira.bo)).department = "Jobcenter"
    other = let_in(app, "sundhed", departments=("health",))
    assert other.get("/plans").json["items"] == [] and other.get(f"/plans/{amira.id}").status_code == 404
    with db.writing() as session:
        said_yes = {"plan_id": amira.id, "municipality_id": "home", "item": "x", "kind": "sharing", "topic": "health"}
        until = clock.today() + timedelta(days=9)
        session.add(
            access.Consent(**said_yes, department="health", words="Ja", lang="da", given_at=clock.now(), until=until)
        )
    assert [each["tracks"] for each in other.get("/plans").json["items"]] == [["health"]]
    assert other.get(f"/plans/{amira.id}").json["tracks"] == ["health"]
    assert other.get(f"/plans/{amira.id}/steps/{step}").status_code == 200
    meetings.agreed(amira)
    assert other.get(f"/plans/{amira.id}/meetings").json["items"] == []
    own = let_in(app, "job", departments=("Jobcenter",))
    assert len(own.get("/plans").json["items"]) == 1 and len(own.get(f"/plans/{amira.id}/meetings").json["items"]) == 1


def test_a_meeting_says_when_and_where_and_nothing_of_what_is_said(machine: Machine, amira: Plan) -> None:
    made = meetings.agreed(amira)
    found = machine.get(f"/plans/{amira.id}/meetings/{made}").json
    assert (found["place"], found["mode"], found["state"], found["called_by"]) == ("Rådhuset", "office", "agreed", None)
    assert set(found) == {
        *("id", "plan", "external_refs", "kind", "state", "starts", "ends", "place", "mode", "called_by"),
        *("offered_by", "answer_by", "cancelled_by"),
    }


def _settled(amira: Plan, step: UUID, kind: str = "law", closed: bool = True) -> UUID:
    made = meetings.opened(amira)
    with db.writing() as session:
        what = write(session, amira.id, said("Besøg skolen"), amira.bo, clock.now())
        row = Agreement(
            plan_id=amira.id, meeting_id=made, step_id=step, sealed=True, kind=kind, ball="both", what_id=what.id,
            position=0, law="LAB § 1" if kind == "law" else None,
        )  # fmt: skip
        session.add(row)
        if closed:
            meeting = session.get_one(Meeting, made)
            meeting.state, meeting.closed_at, meeting.next_id = "closed", clock.now(), step
        session.flush()
        return row.id


def test_an_agreement_is_read_when_its_meeting_has_closed(machine: Machine, amira: Plan) -> None:
    step = law_step(amira)
    row = _settled(amira, step)
    found = machine.get(f"/plans/{amira.id}/agreements/{row}").json
    assert (found["step"], found["what"]["text"], found["holder"]) == (str(step), "Besøg skolen", "both")


def test_no_agreement_is_read_that_is_not_settled_or_not_in_the_case(machine: Machine, amira: Plan) -> None:
    _settled(amira, law_step(amira), closed=False)
    _settled(amira, amira.step, kind="own")
    assert machine.get(f"/plans/{amira.id}/agreements").json["items"] == []


def test_what_others_call_it_stands_on_it_and_finds_it(machine: Machine, amira: Plan) -> None:
    step = law_step(amira)
    theirs = (("step", step, "A/17"), ("plan", amira.id, "P1"), ("citizen", amira.citizen, "C:1"))
    with db.writing() as session:
        for type, subject, name in (*theirs, ("caseworker", amira.bo, "B")):
            row = {"municipality_id": "home", "system": "esdh", "type": type, "external_id": name}
            session.add(ExternalRef(**row, subject_id=subject, plan_id=amira.id if type == "step" else None))
    found = machine.get(f"/plans/{amira.id}/steps/by-ref/esdh/A%2F17")
    assert found.json["id"] == str(step) and found.json["external_refs"] == [{"system": "esdh", "id": "A/17"}]
    assert machine.get("/plans/by-ref/esdh/P1").json["external_refs"] == [{"system": "esdh", "id": "P1"}]
    citizen = machine.get("/citizens/by-ref/esdh/C:1").json
    assert (citizen["name"], citizen["plan"], citizen["language"]) == ("Amira", str(amira.id), "da")
    assert machine.get("/caseworkers/by-ref/esdh/B").json["name"] == "Bo"
    assert machine.get("/caseworkers/by-ref/esdh/P1").status_code == 404


@pytest.mark.parametrize("ref", ["%00", "%ED%A0%80", "A" * 201, "%20", "a%0Ab", "æ"])
def test_a_name_that_nobody_could_have_given_finds_nothing(machine: Machine, amira: Plan, ref: str) -> None:
    for path in (f"/plans/by-ref/esdh/{ref}", f"/plans/{amira.id}/steps/by-ref/esdh/{ref}", f"/plans/by-ref/{ref}/1"):
        assert machine.get(path).status_code == 404


def test_another_municipality_sees_nothing(app: Flask, amira: Plan) -> None:
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Elsewhere"))
    stranger = let_in(app, "fremmed", "elsewhere")
    step = law_step(amira)
    for path in (f"/plans/{amira.id}", f"/plans/{amira.id}/steps/{step}", f"/citizens/{amira.citizen}"):
        assert stranger.get(path).status_code == 404
    assert stranger.get(f"/caseworkers/{amira.bo}").status_code == 404
    assert stranger.get("/plans").json["items"] == stranger.get("/caseworkers").json["items"] == []


def test_the_caller_reads_who_it_is(machine: Machine) -> None:
    found = machine.get("/me").json
    assert (found["system"], found["municipality"], found["departments"]) == ("fagsystem", "home", [])
    assert "plans:read" in found["scopes"]


def test_only_professionals_are_caseworkers(machine: Machine, amira: Plan) -> None:
    names = [each["name"] for each in machine.get("/caseworkers").json["items"]]
    assert sorted(names) == ["Bo", "Camilla", "Tove"]
    assert machine.get(f"/caseworkers/{amira.citizen}").status_code == 404
    assert machine.get(f"/caseworkers/{uuid4()}").status_code == 404


def _plans(number: int) -> None:
    with db.writing() as session:
        for n in range(number):
            person = access.Person(kind="citizen", name=f"Borger {n}")
            session.add(person)
            session.flush()
            session.add(access.Plan(citizen_id=person.id, created_at=clock.now()))


def test_a_page_costs_the_same_however_much_is_on_it(machine: Machine, amira: Plan, sqlite: Engine) -> None:
    costs = {}
    law_step(amira), meetings.agreed(amira)
    paths = ("/plans", "/caseworkers", *(f"/plans/{amira.id}/{each}" for each in ("steps", "goals", "meetings")))
    for round in range(2):
        for path in paths:
            machine.get(path)
            with selects(sqlite) as told:
                assert machine.get(path).status_code == 200
            costs[path, round] = len(told)
        _plans(60)
        [law_step(amira) for _ in range(5)]
        [meetings.agreed(amira) for _ in range(3)]
    assert [costs[path, 0] for path in paths] == [costs[path, 1] for path in paths]


def test_reading_again_writes_nothing(machine: Machine, amira: Plan, sqlite: Engine) -> None:
    from sqlalchemy import event

    paths = ("/plans", f"/plans/{amira.id}", f"/plans/{amira.id}/steps", f"/citizens/{amira.citizen}", "/me")
    for path in paths:
        machine.get(path)
    begun: list[str] = []
    event.listen(sqlite, "begin", lambda connection: begun.append(str(connection.get_execution_options())))
    for path in paths:
        machine.get(path)
    assert begun and not [each for each in begun if "minplan_write" in each]


def test_the_citizen_reads_that_a_system_had_a_list_with_them(machine: Machine, amira: Plan) -> None:
    machine.get("/plans")
    machine.get("/plans")
    with db.reading() as connection:
        opening = access.Opening.__table__
        rows = connection.execute(opening.select().where(opening.c.person_id == machine.person_id)).all()
    assert [(row.what, row.name, row.relation) for row in rows if row.plan_id == amira.id] == [
        ("list", "Fagsystem", "system")
    ]
