"""Every operation of the table, tried by those who may not: nothing is told, and each refusal is a documented one."""

import json
import logging
import re
from dataclasses import replace
from uuid import uuid4

import pytest
from cast import Plan
from flask import Flask
from systems import BASE, Machine, let_in
from werkzeug.test import TestResponse

from minplan import access, clock, db, sync
from minplan.routes.api import callers, operations
from minplan.routes.api.buckets import Buckets
from minplan.routes.api.document import document
from minplan.routes.api.operation import Operation

ALL = operations()
KEYED = [each for each in ALL if each.scope is not None]
SCOPED = [each for each in KEYED if each.scope]
OF_A_PLAN = [each for each in SCOPED if "{plan}" in each.path]


def name(operation: Operation) -> str:
    return operation.id


def address(operation: Operation, plan: Plan) -> str:
    known = {"plan": plan.id, "step": plan.step, "milestone": plan.milestone, "citizen": plan.citizen,
             "system": "fagsystem", "ref": "A-1", "type": "not-found"}  # fmt: skip
    return re.sub(r"{(\w+)}", lambda part: str(known.get(part[1], uuid4())), operation.path)


def is_documented(operation: Operation, answer: TestResponse) -> bool:
    responses = document().root["paths"][operation.path][operation.method.lower()]["responses"]
    return str(answer.status_code) in responses and answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("operation", KEYED, ids=name)
def test_without_a_key_it_tells_nothing(app: Flask, amira: Plan, operation: Operation) -> None:
    client = app.test_client()
    for shown in ({}, {"Authorization": f"Bearer mp_{'b' * 43}"}, {"Cookie": "session=x"}):
        answer = client.open(f"{BASE}{address(operation, amira)}", method=operation.method, headers=shown)
        assert answer.status_code == 401 and is_documented(operation, answer)
        assert answer.headers["WWW-Authenticate"] == "Bearer" and "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("operation", SCOPED, ids=name)
def test_without_its_scope_it_is_refused(app: Flask, amira: Plan, operation: Operation) -> None:
    rest = [scope for scope in sync.SCOPES if scope != operation.scope]
    answer = let_in(app, "fagsystem", "home", *rest).ask(operation.method, address(operation, amira))
    assert (answer.status_code, answer.json["type"]) == (403, f"{BASE}/problems/missing-scope")
    assert is_documented(operation, answer)


@pytest.fixture
def stranger(app: Flask, amira: Plan) -> Machine:
    """A system of another municipality, with every scope."""
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Elsewhere"))
    return let_in(app, "fagsystem", "elsewhere")


@pytest.mark.parametrize("operation", OF_A_PLAN, ids=name)
def test_another_municipalitys_key_finds_nothing(stranger: Machine, amira: Plan, operation: Operation) -> None:
    sent = {} if operation.body is None else {"json": {}}
    answer = stranger.ask(operation.method, address(operation, amira), If_Match="*", **sent)
    assert answer.status_code in ((404,) if operation.body is None else (404, 422)), answer.json
    assert str(amira.id) not in answer.text and "Amira" not in answer.text


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PUT", "BREW", "get"])
def test_what_cannot_be_done_says_what_can(app: Flask, machine: Machine, method: str) -> None:
    answer = machine.client.open(f"{BASE}/me", method=method, headers={"Authorization": f"Bearer {machine.key}"})
    if method in ("HEAD", "get"):
        assert (answer.status_code, answer.data == b"") == (200, method == "HEAD")
    else:
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
        assert answer.json["type"] == f"{BASE}/problems/method-not-allowed"


@pytest.mark.parametrize("path", ["", "/", "/nothing", "/me/", "/plans/x", "/plans/1e3", "/../me", "/plans/%00"])
def test_an_address_that_is_none_is_a_problem(machine: Machine, path: str) -> None:
    answer = machine.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_reading_what_one_has_costs_no_body(machine: Machine) -> None:
    etag = machine.get("/me").headers["ETag"]
    again = machine.get("/me", If_None_Match=f'"other", {etag}')
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    assert machine.get("/me", If_None_Match='"other"').status_code == 200


def test_a_log_knows_the_route_and_nobody(
    machine: Machine, amira: Plan, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "minplan.requests"):
        machine.get(f"/plans/{amira.id}/steps/by-ref/fagsystem/010199-1234?limit=5")
        machine.get(f"/citizens/{amira.citizen}")
    fields = [record.fields for record in caplog.records if record.name == "minplan.requests"]
    assert [each["route"] for each in fields] == [
        f"{BASE}/plans/<uuid:plan>/steps/by-ref/<code:system>/<ref:ref>", f"{BASE}/citizens/<uuid:citizen>"
    ]  # fmt: skip
    assert {each["kind"] for each in fields} == {"system"} and {each["municipality"] for each in fields} == {"home"}
    written = json.dumps(fields) + caplog.text
    for secret in (str(amira.id), str(amira.citizen), "010199", machine.key, str(machine.person_id)):
        assert secret not in written


def test_where_people_come_by_https_machines_do_too(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Strict-Transport-Security" not in app.test_client().get(f"{BASE}/me").headers
    secure = replace(_api(app).extensions["minplan"], public_url="https://plan.example.dk")
    monkeypatch.setitem(_api(app).extensions, "minplan", secure)
    headers = app.test_client().get(f"{BASE}/me").headers
    assert headers["Strict-Transport-Security"] and headers["X-Content-Type-Options"] == "nosniff"


def test_who_asks_without_end_waits(app: Flask, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "BURST", 3)
    monkeypatch.setattr(callers, "RATE", 1)
    _api(app).extensions.pop("minplan_requests", None)
    found = [machine.get("/me") for _ in range(5)]
    assert [each.status_code for each in found] == [200, 200, 200, 429, 429]
    assert found[-1].json["type"] == f"{BASE}/problems/too-many" and found[-1].headers["Retry-After"] == "1"
    assert let_in(app, "another").get("/me").status_code == 200
    clock.start(clock.now() + (clock.parse("2026-01-01T00:00:05+00:00") - clock.parse("2026-01-01T00:00:00+00:00")))
    assert machine.get("/me").status_code == 200
    _api(app).extensions.pop("minplan_requests", None)


def test_who_guesses_keys_waits_and_who_has_one_does_not(
    app: Flask, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "TRIES", 2)
    _api(app).extensions.pop("minplan_failed", None)
    guess = {"Authorization": f"Bearer mp_{'c' * 43}"}
    found = [app.test_client().get(f"{BASE}/me", headers=guess).status_code for _ in range(4)]
    assert found == [401, 401, 429, 429]
    assert machine.get("/me").status_code == 200
    _api(app).extensions.pop("minplan_failed", None)


def test_a_bucket_fills_again_and_forgets_who_is_quiet() -> None:
    now = clock.parse("2026-11-16T09:00:00+00:00")
    later = clock.parse("2026-11-16T09:00:10+00:00")
    buckets = Buckets(2, 0.1)
    assert [buckets.take("a", now) for _ in range(3)] == [0, 0, 10]
    assert buckets.take("b", now) == 0
    assert buckets.take("a", later) == 0 and buckets.take("a", later) == 10
    assert buckets.take("a", now) > 0  # a clock that goes back gives nothing


def _api(app: Flask) -> Flask:
    return app.wsgi_app.mounts[BASE].app  # type: ignore[attr-defined, no-any-return]
