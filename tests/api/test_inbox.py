"""Messages of a system: each has its effect once, a bad one stops no other, and what waits is tried when it can be."""

from datetime import timedelta
from typing import Any

import pytest
from answering import answer_newest, revision
from cast import Plan, said
from flask import Flask
from sqlalchemy import select
from systems import Machine, let_in

from minplan import access, clock, db, errors, journey, logs, office, own_data, sync
from minplan.sync.actions import inbox_one
from minplan.sync.inbox_message import InboxMessage

_row = InboxMessage.__table__  # type: ignore[attr-defined]


@pytest.fixture
def milestone(amira: Plan) -> str:
    """A landmark that is a part of the case, since something that the law asks leads to it."""
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", law="LAB § 1",
                          title=said("Samtale"), why=said("Så ses vi"))  # fmt: skip
    journey.add_step(amira.bo, amira.id, new)
    return str(amira.milestone)


@pytest.fixture
def law(amira: Plan, milestone: str) -> dict[str, Any]:
    """A message about something that the law asks, so that it is there at once."""
    title, why = {"text": "Samtale to"}, {"text": "For at tale"}
    data = {"milestone": milestone, "kind": "law", "law": "LAB § 27", "title": title, "why": why, "tracks": ["health"]}
    return {"id": "m-1", "type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1, "data": data}


def called(text: str, **more: Any) -> dict[str, Any]:
    """A title, beside whatever else is sent."""
    return {"title": {"text": text}, **more}


def send(machine: Machine, *messages: Any) -> list[dict[str, Any]]:
    """What became of each."""
    answer = machine.ask("POST", "/inbox", {"messages": list(messages)})
    assert answer.status_code == 200, answer.json
    return answer.json["items"]


def outcomes(machine: Machine, *messages: Any) -> list[str]:
    return [each["outcome"] for each in send(machine, *messages)]


def step(machine: Machine, plan: Any, ref: str = "s-1") -> Any:
    return machine.get(f"/plans/{plan}/steps/by-ref/fagsystem/{ref}").json


def rows() -> list[Any]:
    with db.reading() as connection:
        return list(connection.execute(select(_row).order_by(_row.c.message_id)))


def test_a_message_has_its_effect_once(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    assert outcomes(machine, law) == ["done"]
    assert step(machine, amira.id)["title"]["text"] == "Samtale to"
    before = revision(amira)
    changed = law | {"data": called("Noget andet")}
    assert [(each["outcome"], each["first"]) for each in send(machine, changed, law)] == [("twice", "done")] * 2
    assert revision(amira) == before
    assert [(row.state, row.body, row.plan_id) for row in rows()] == [("done", None, amira.id)]


def test_twice_in_one_request_is_twice(machine: Machine, law: dict[str, Any]) -> None:
    assert outcomes(machine, law, law) == ["done", "twice"]


def test_an_older_version_changes_nothing(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    newer = law | {"id": "m-2", "version": 5, "data": law["data"] | called("Ny")}
    same = law | {"id": "m-3", "version": 5, "data": law["data"] | called("Lige så ny")}
    assert outcomes(machine, newer, law, same) == ["done", "older", "older"]
    assert step(machine, amira.id)["title"]["text"] == "Ny"
    assert {row.body for row in rows()} == {None}


def test_what_names_something_unknown_waits_and_is_done_when_it_comes(
    machine: Machine, amira: Plan, law: dict[str, Any]
) -> None:
    person = {"id": "c", "type": "citizen", "subject": "b-7", "version": 1,
              "data": {"name": "Karin", "contact": {"system": "fagsystem", "id": "w-1"}}}  # fmt: skip
    worker = {"id": "w", "type": "caseworker", "subject": "w-1", "version": 1,
              "data": {"name": "Bodil", "email": "bodil@kommune.example"}}  # fmt: skip
    goal = {"id": "g", "type": "goal", "subject": "g-1", "plan": "b-7", "version": 1,
            "data": called("Et job", track="work")}  # fmt: skip
    first = send(machine, goal, person)
    assert [each["outcome"] for each in first] == ["waiting", "waiting"]
    assert [each["waits_for"] for each in first] == [
        {"type": "plan", "system": "fagsystem", "id": "b-7"}, {"type": "caseworker", "system": "fagsystem", "id": "w-1"}
    ]  # fmt: skip
    assert outcomes(machine, worker) == ["done"]
    assert {row.state for row in rows()} == {"done"}
    found = machine.get("/citizens/by-ref/fagsystem/b-7").json
    goals = machine.get(f"/plans/{found['plan']}/goals").json["items"]
    assert [each["title"]["text"] for each in goals] == ["Et job"]


def test_a_whole_case_in_the_wrong_order_is_done_in_one_request(machine: Machine, amira: Plan) -> None:
    ref = {"system": "fagsystem", "id": "w-1"}
    sent = [
        {"id": "g", "type": "goal", "subject": "g-1", "plan": "b-7", "version": 1, "data": called("Job", track="work")},
        {"id": "c", "type": "citizen", "subject": "b-7", "version": 1, "data": {"name": "Karin", "contact": ref}},
        {"id": "w", "type": "caseworker", "subject": "w-1", "version": 1,
         "data": {"name": "Bodil", "email": "bodil@kommune.example"}},
    ]  # fmt: skip
    assert outcomes(machine, *sent) == ["done"] * 3


def test_what_waits_for_the_citizens_yes_is_done_after_it(machine: Machine, amira: Plan) -> None:
    goal = {"id": "g", "type": "goal", "subject": "g-1", "plan": str(amira.id), "version": 1,
            "data": called("Et job", track="work")}  # fmt: skip
    landmark = goal | {"id": "l", "type": "milestone", "subject": "l-1",
                       "data": called("En praktik", goal={"system": "fagsystem", "id": "g-1"})}  # fmt: skip
    assert outcomes(machine, landmark, goal) == ["waiting", "done"]
    assert send(machine) == []
    assert rows()[1].state == "waiting"
    answer_newest(amira, "yes")
    assert send(machine) == []
    assert rows()[1].state == "done"
    assert machine.get(f"/plans/{amira.id}/milestones/by-ref/fagsystem/l-1").json["state"] == "suggested"


def test_what_was_not_whole_is_tried_again_when_the_rest_has_come(
    machine: Machine, amira: Plan, law: dict[str, Any]
) -> None:
    later = law | {"id": "m-2", "version": 2, "data": called("Ny")}
    [refused] = send(machine, later)
    assert (refused["outcome"], refused["reason"]) == ("refused", "invalid")
    assert {"pointer": "/data/kind", "code": "required"} in refused["errors"]
    assert outcomes(machine, law) == ["done"]
    assert step(machine, amira.id)["title"]["text"] == "Ny"
    assert [row.state for row in rows()] == ["done", "done"]


BAD = [
    ({"version": "1"}, "/version"), ({"version": 1.5}, "/version"), ({"version": -1}, "/version"),
    ({"version": 10**30}, "/version"), ({"type": "feeling"}, "/type"), ({"subject": "mellem rum"}, "/subject"),
    ({"subject": "010199-1234"}, "/subject"), ({"plan": ""}, "/plan"), ({"data": []}, "/data"),
    ({"extra": 1}, "/extra"),
    ({"subject": "cpr_0101991234"}, "/subject"), ({"plan": "0101991234x"}, "/plan"),
    ({"data": {"milestone": {"system": "fagsystem", "id": "CPR0101991234"}}}, "/data/milestone/id"),
    ({"data": {"title": {"text": "Ring til 010199-1234"}}}, "/data/title/text"),
    ({"data": {"010199-1234": 1}}, "/data"),
    ({"data": {"nul": "\0"}}, "/data/nul"), ({"data": {"title": {"text": "\ud800"}}}, "/data/title/text"),
    ({"data": {"Hemmelige ord": 1}}, "/data"), ({"deleted": "yes"}, "/deleted"),
    ({"data": {"why": 10**400}}, "/data/why"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "pointer"), BAD, ids=[str(n) for n in range(len(BAD))])
def test_a_bad_one_is_refused_with_its_reason_and_the_rest_goes_on(
    machine: Machine, law: dict[str, Any], wrong: Any, pointer: str
) -> None:
    bad = law | {"id": "m-0"} | wrong
    found = send(machine, bad, law)
    assert [each["outcome"] for each in found] == ["refused", "done"]
    assert found[0]["errors"][0]["pointer"] == pointer, found[0]
    row = rows()[0]
    assert row.state == "refused" and "Hemmelige" not in row.reason
    assert (row.body is None) == (found[0]["errors"][0]["code"] == "id_number")
    assert not any("010199" in str(value) for value in row)


NAMELESS = [
    *(None, 7, [], {}, {"id": 7}, {"id": ""}, {"id": "010199-1234"}, {"id": "cpr0101991234"}, {"id": "\0"}, "x" * 999)
]


@pytest.mark.parametrize("bad", NAMELESS, ids=map(str, range(len(NAMELESS))))
def test_one_without_an_id_is_refused_and_not_kept(machine: Machine, law: dict[str, Any], bad: Any) -> None:
    found = send(machine, bad, law)
    assert [(each["id"], each["outcome"]) for each in found] == [(None, "refused"), ("m-1", "done")]
    assert len(rows()) == 1


def test_of_five_hundred_the_bad_ones_stand_in_a_list(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    sent = [law | {"id": f"m-{at}", "subject": f"s-{at}"} for at in range(30)]
    sent += [{"id": f"x-{at}", "type": "step", "version": at} for at in range(470)]
    found = send(machine, *sent)
    assert [each["outcome"] for each in found] == ["done"] * 30 + ["refused"] * 470
    page = machine.get("/inbox?state=refused&limit=200").json
    assert len(page["items"]) == 200 and "body" not in page["items"][0]
    rest = [machine.get(f"/inbox?state=refused&limit=200&after={page['next']}").json]
    rest.append(machine.get(f"/inbox?state=refused&limit=200&after={rest[0]['next']}").json)
    assert [len(each["items"]) for each in rest] == [200, 70] and rest[1]["next"] is None
    assert machine.ask("POST", "/inbox", {"messages": [law] * 501}).status_code == 422


def test_what_is_the_citizens_stays_theirs(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    send(machine, law)
    told = law | {"id": "m-2", "version": 2, "data": {"learned": {"text": "Intet", "lang": "da"}}}
    assert send(machine, told)[0]["errors"] == [{"pointer": "/data/learned", "code": "citizens_own"}]


def test_a_suggestion_is_taken_back_and_an_older_one_does_not_bring_it_again(
    machine: Machine, amira: Plan, law: dict[str, Any]
) -> None:
    step = law | {"data": {**law["data"], "kind": "agreed"} | {"law": None}}
    gone = step | {"id": "m-3", "version": 3, "deleted": True, "data": {}}
    assert outcomes(machine, step, gone) == ["done", "done"]
    with access.view(amira.citizen, amira.id) as view:
        assert journey.proposals(view, journey.way(view)) == ()
    assert outcomes(machine, step | {"id": "m-2", "version": 2}) == ["older"]
    other = {"subject": "s-9"}  # nobody has heard of it before it is no more
    assert outcomes(machine, gone | other | {"id": "n"}, step | other | {"id": "o"}) == ["done", "older"]


def test_another_municipality_and_another_system_have_an_inbox_of_their_own(
    app: Flask, machine: Machine, amira: Plan, law: dict[str, Any]
) -> None:
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Elsewhere"))
    stranger, beside = let_in(app, "fagsystem", "elsewhere"), let_in(app, "andet")
    assert outcomes(stranger, law) == ["waiting"]
    assert outcomes(machine, law) == outcomes(beside, law) == ["done"]
    assert send(stranger) == [] and stranger.get("/inbox").json["items"][0]["state"] == "waiting"
    assert [len(each.get("/inbox").json["items"]) for each in (machine, beside, stranger)] == [1, 1, 1]


def test_a_plan_of_which_a_system_may_not_hear_looks_like_none(
    app: Flask, amira: Plan, law: dict[str, Any]
) -> None:
    deaf = let_in(app, "sundhed", "home", departments=("Sundhed",))
    named = {"id": "p", "type": "plan", "subject": "sag-1", "version": 1, "data": {}}
    nobody = "00000000-0000-4000-8000-000000000000"
    for plan in (nobody, str(amira.id)):
        found = send(deaf, law | {"id": f"s-{plan}", "plan": plan}, named | {"id": f"p-{plan}", "plan": plan})
        wanted = {"type": "plan", "system": "sundhed", "id": plan}
        assert [(each["outcome"], each["waits_for"]) for each in found] == [("waiting", wanted)] * 2


def test_each_type_needs_the_scope_of_its_own(app: Flask, amira: Plan, law: dict[str, Any]) -> None:
    narrow = let_in(app, "smal", "home", "inbox:write", "meetings:write")
    [found] = send(narrow, law)
    assert (found["outcome"], found["reason"]) == ("refused", "missing-scope")
    assert let_in(app, "uden", "home", "plans:write").ask("POST", "/inbox", {"messages": []}).status_code == 403


def test_a_plan_goes_by_the_name_that_it_is_given(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    named = {"id": "p", "type": "plan", "subject": "sag-1", "plan": str(amira.id), "version": 1, "data": {}}
    assert outcomes(machine, law | {"plan": "sag-1"}, named) == ["done", "done"]
    other = named | {"id": "q", "subject": "sag-2"}
    assert send(machine, other)[0]["reason"] == "exists"
    without = law | {"id": "m-2", "version": 2}
    del without["plan"]
    assert outcomes(machine, without) == ["done"]
    assert send(machine, without | {"id": "m-3", "subject": "s-9"})[0]["errors"] == [
        {"pointer": "/plan", "code": "required"}
    ]


def test_what_is_over_goes_with_its_time(machine: Machine, law: dict[str, Any]) -> None:
    send(machine, law, {"id": "bad", "type": "step"}, law | {"id": "w", "subject": "w", "plan": "ukendt"})
    clock.start(clock.now() + timedelta(days=89))
    assert own_data.tidy()["inbox_message"] == 0
    clock.start(clock.now() + timedelta(days=2))
    assert own_data.tidy()["inbox_message"] == 3


def test_our_own_fault_stops_nothing_and_says_nothing(
    machine: Machine, law: dict[str, Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    apply = inbox_one.apply

    def broken(session: Any, caller: Any, message: Any) -> Any:
        if message.subject == "s-0":
            raise ZeroDivisionError("Hemmelige ord")
        return apply(session, caller, message)

    monkeypatch.setattr(inbox_one, "apply", broken)
    found = send(machine, law | {"id": "m-0", "subject": "s-0"}, law)
    assert [(each["outcome"], each["reason"]) for each in found] == [("refused", "fault"), ("done", None)]
    [record] = [each for each in caplog.records if each.name == "minplan.inbox"]
    assert "Hemmelige" not in logs.Lines().format(record) and "ZeroDivisionError" in logs.Lines().format(record)
    monkeypatch.undo()
    assert sync.try_again(office.operator(access.HOME), rows()[0].id) == "done"


def test_a_message_that_finds_others_writing_is_not_refused_for_good(
    machine: Machine, law: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: Any) -> Any:
        raise errors.Busy

    monkeypatch.setattr(inbox_one, "apply", busy)
    answer = machine.ask("POST", "/inbox", {"messages": [law]})
    assert (answer.status_code, rows()) == (503, []) and int(answer.headers["Retry-After"]) > 0
    monkeypatch.undo()
    assert outcomes(machine, law) == ["done"]
