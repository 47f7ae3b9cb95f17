"""A system says where it wants to be told, over HTTP: only hosts that are listed, and only its own."""

from dataclasses import replace
from typing import Any

import pytest
from cast import Plan
from flask import Flask
from systems import Machine, let_in
from systems_plan import agreed
from werkzeug.test import TestResponse

from minplan import config, office
from minplan.sync import hooks
from minplan.sync.actions.making_out import make_out
from minplan.sync.actions.sequencing import sequence
from minplan.sync.store import webhooks

URL = "https://sag.example.dk/events"
ON = {"state": "on"}


@pytest.fixture(autouse=True)
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = replace(config.settings(), webhook_hosts=("sag.example.dk", "andet.example.dk"))
    monkeypatch.setattr(config, "settings", lambda: found)


def refused(answer: TestResponse) -> tuple[int, str]:
    assert answer.mimetype == "application/problem+json"
    return answer.status_code, answer.json["type"].rpartition("/")[2]


def made(machine: Machine, url: str = URL, **headers: str) -> Any:
    answer = machine.ask("POST", "/webhooks", {"url": url}, **headers)
    assert answer.status_code == 201, answer.json
    return answer.json


def test_its_secret_is_said_once(machine: Machine) -> None:
    answer = machine.ask("POST", "/webhooks", {"url": URL})
    found = answer.json
    assert answer.headers["Location"] == f"/api/v1/webhooks/{found['id']}"
    assert found.pop("secret").startswith("whsec_") and (found["url"], found["state"]) == (URL, "on")
    assert machine.get(f"/webhooks/{found['id']}").json == found
    assert machine.get("/webhooks").json == {"items": [found]}


def test_asked_twice_with_one_key_there_is_one(machine: Machine) -> None:
    first, again = (made(machine, Idempotency_Key="k1") for _ in range(2))
    assert first == again and len(machine.get("/webhooks").json["items"]) == 1
    assert refused(machine.ask("POST", "/webhooks", {"url": URL})) == (409, "exists")


def test_another_secret_takes_over_in_a_day(machine: Machine) -> None:
    first = made(machine)
    second = machine.ask("POST", f"/webhooks/{first['id']}/secret", Idempotency_Key="k1").json
    again = machine.ask("POST", f"/webhooks/{first['id']}/secret", Idempotency_Key="k1").json
    assert second == again and second["secret"] != first["secret"] and second["both_sign_until"]


def test_it_is_paused_turned_on_and_ended(machine: Machine) -> None:
    at = f"/webhooks/{made(machine)['id']}"
    for state in ("paused", "paused", "on"):
        assert machine.ask("PUT", f"{at}/state", {"state": state}).json["state"] == state
    assert machine.ask("DELETE", at).status_code == 204
    assert refused(machine.ask("DELETE", at)) == (404, "not-found")
    assert refused(machine.ask("PUT", f"{at}/state", ON)) == (404, "not-found")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://169.254.169.254/latest/meta-data", "host_not_listed"),
        ("https://10.1.2.3/", "host_not_listed"),
        ("http://127.0.0.1:5432/", "host_not_listed"),
        ("http://sag.example.dk/", "https_only"),
        ("https://me:secret@sag.example.dk/", "bad_address"),
        ("https://sag.example.dk/\x00", "bad_address"),
    ],
)
def test_nothing_is_sent_to_a_host_that_is_not_listed(machine: Machine, url: str, code: str) -> None:
    answer = machine.ask("POST", "/webhooks", {"url": url})
    assert refused(answer) == (422, "invalid") and answer.json["errors"] == [{"pointer": "/url", "code": code}]
    assert "secret" not in answer.text and machine.get("/webhooks").json == {"items": []}


@pytest.mark.parametrize("body", [{}, {"url": 1}, {"url": None}, {"url": "x" * 600}, {"url": URL, "x": 1}, [], None])
def test_what_is_no_webhook_is_refused(machine: Machine, body: Any) -> None:
    assert refused(machine.ask("POST", "/webhooks", body))[0] in (415, 422)


@pytest.mark.parametrize("body", [{}, {"state": "gone"}, {"state": 1}, [ON]])
def test_what_is_no_state_is_refused(machine: Machine, body: Any) -> None:
    assert refused(machine.ask("PUT", f"/webhooks/{made(machine)['id']}/state", body)) == (422, "invalid")


def test_ten_are_enough(machine: Machine) -> None:
    for number in range(10):
        made(machine, f"{URL}/{number}")
    assert refused(machine.ask("POST", "/webhooks", {"url": URL})) == (409, "conflict")


def test_another_system_sees_nothing_of_it(app: Flask, machine: Machine) -> None:
    office.add_municipality("nabo", "Nabokommunen")
    id = made(machine)["id"]
    for other in (let_in(app, "andet"), let_in(app, "fagsystem", "nabo")):
        assert other.get("/webhooks").json == {"items": []}
        for method, path, body in (
            ("GET", "", None), ("GET", "/deliveries", None), ("DELETE", "", None), ("POST", "/secret", None),
            ("PUT", "/state", ON),
        ):  # fmt: skip
            assert refused(other.ask(method, f"/webhooks/{id}{path}", body)) == (404, "not-found"), (method, path)
    assert machine.get(f"/webhooks/{id}").status_code == 200


def test_without_the_scope_it_is_refused(app: Flask) -> None:
    machine = let_in(app, "lille", "home", "plans:read", "changes:read")
    assert refused(machine.get("/webhooks")) == (403, "missing-scope")


def test_what_it_was_told_is_read_without_anybodys_words(machine: Machine, amira: Plan) -> None:
    sequence()
    id = made(machine)["id"]
    agreed(amira, "KANARIEFUGL")
    sequence()
    assert make_out(webhooks.calling()[0])
    answer = machine.get(f"/webhooks/{id}/deliveries")
    assert [each["type"] for each in answer.json["items"]] == [
        f"dk.minplan.{type}.created.v1" for type in ("step", "milestone", "goal")
    ]
    assert {each["state"] for each in answer.json["items"]} == {"waiting"}
    assert "KANARIEFUGL" not in answer.text and str(amira.citizen) not in answer.text
    assert len(hooks.deliveries(hooks.as_system(office.operator("home"), "fagsystem")).items) == 3
