"""Whatever the document allows, and what it does not: each operation is asked both over HTTP, and answers as described.

MINPLAN_TEST_EXAMPLES asks for more of each operation than the few that every run has time for, and then for each
boundary of each field as well.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
import schemathesis
from cast import Plan
from flask import Flask
from props import row
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from systems import BASE, Machine, let_in
from systems_plan import agreed
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from minplan import clock, config as known
from minplan.journey.goal import Milestone
from minplan.routes.api import callers

FEW = 4
EXAMPLES = int(os.environ.get("MINPLAN_TEST_EXAMPLES", FEW))
# What is sound on its own, and does not fit with what is there: it was changed, nobody said what they had seen, a
# field is the citizen's, or something new lacks what only something new needs.
MISFITS = ["412", "422", "428"]
CURSORS = ["400"]  # any text may be one; whether this house has given it, only it can say
REFUSED = ["400", "401", "403", "404", "405", "409", "412", "413", "415", "422", "428"]


@pytest.fixture
def system(app: Flask, amira: Plan, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A system with every scope, that may ask as often as it likes, and what the law asks on Amira's plan."""
    for name in ("BURST", "TRIES"):
        monkeypatch.setattr(callers, name, 10**6)
    kept = app.wsgi_app.mounts[BASE].app.extensions  # type: ignore[attr-defined]
    for name in ("minplan_requests", "minplan_failed"):
        kept.pop(name, None)
    agreed(amira)
    return let_in(app)


@contextmanager
def listening(app: Any) -> Iterator[str]:
    """The address of an application on loopback."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def config(system: Machine, plan: Plan, only: str) -> SchemathesisConfig:
    """Every check, with ids of something that is there."""
    known = {"plan": plan.id, "step": plan.step, "milestone": plan.milestone, "citizen": plan.citizen}
    accepted = {"expected-statuses": ["2xx", "3xx", "403", "404", "409", *MISFITS]}
    lists = {"expected-statuses": [*accepted["expected-statuses"], *CURSORS]}
    return SchemathesisConfig.from_dict({
        "headers": {"Authorization": f"Bearer {system.key}", "Accept-Encoding": "identity"},
        "generation": {"max-examples": EXAMPLES, "deterministic": True, "database": "none", "allow-x00": True},
        "parameters": {f"path.{name}": str(value) for name, value in known.items()} | {"path.system": "fagsystem"},
        "phases": {
            "coverage": {"enabled": EXAMPLES > FEW},
            "stateful": {"enabled": not only, "generation": {"max-examples": 5 * EXAMPLES}},
        },
        "checks": {
            "positive_data_acceptance": accepted,
            "negative_data_rejection": {"expected-statuses": REFUSED},
            "missing_required_header": {"expected-statuses": ["401", "403", "415", "422", "428"]},
        },
        "operations": [
            {"include-method": "GET", "checks": {"positive_data_acceptance": lists}},
            *([{"exclude-operation-id": only, "enabled": False}] if only else []),
        ],
    })  # fmt: skip


def failures(app: Any, system: Machine, plan: Plan, only: str = "") -> list[str]:
    """What schemathesis finds: of each operation, and in scenarios that lead from one to the next."""
    with listening(app) as address:
        schema = schemathesis.openapi.from_url(f"{address}{BASE}/openapi.json", config=config(system, plan, only))
        return [told for event in from_schema(schema).execute() for told in _told(event)]


def _told(event: Any) -> Iterator[str]:
    if isinstance(event, events.NonFatalError | events.FatalError):
        yield str(event)
    if isinstance(event, events.ScenarioFinished):
        for case, checks in event.recorder.checks.items():
            sent = event.recorder.interactions[case]
            for check in checks:
                if check.failure_info:
                    asked, answer = sent.request, sent.response
                    said = f"{asked.method} {asked.uri} {asked.body!r:.300} -> {answer and answer.status_code}"
                    why = f"{event.recorder.label} {check.name}: {check.failure_info.failure}"
                    yield f"{why}\n{said} {answer and answer.content[:300]!r}"


def test_every_answer_is_a_described_one(app: Flask, system: Machine, amira: Plan) -> None:
    found = failures(app, system, amira)
    assert not found, "\n\n".join(found)


def whole(plan: Plan) -> dict[str, dict[str, Any] | None]:
    """What each operation that adds something takes, with all that something new needs."""
    title, why = {"title": {"text": "Besøg skolen"}}, {"why": {"text": "For at se den"}}
    goal = str(row(Milestone, plan.milestone)["goal_id"])
    day = (clock.today() + timedelta(days=8)).isoformat()
    hour = {"starts": f"{day}T10:00:00+01:00", "ends": f"{day}T11:00:00+01:00"}
    message = {"id": "m-1", "type": "goal", "subject": "G-1", "plan": str(plan.id), "version": 1}
    return {
        "sendMessages": {"messages": [message | {"data": title | {"track": "work"}}]},
        "lookUpCitizen": {"number": "999999-0001", "create": {"name": "Karin", "contact": str(plan.bo)}},
        "postGoal": title | {"track": "work"},
        "postMilestone": title | {"goal": goal},
        "postStep": title | why | {"milestone": str(plan.milestone), "kind": "agreed", "tracks": ["health"]},
        "postMeeting": hour | {"place": "Rådhuset", "mode": "office"},
        "addWebhook": {"url": "http://127.0.0.1:9/events"},
        "renewWebhookSecret": None,
    }


def test_what_is_whole_is_taken(app: Flask, system: Machine, amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside what is made up, which is seldom whole: each operation that adds something does, and says what it said."""
    listed = replace(known.settings(), webhook_hosts=("127.0.0.1:9",))
    monkeypatch.setattr(known, "settings", lambda: listed)
    sent, hook = whole(amira), ""
    with listening(app) as address:
        schema = schemathesis.openapi.from_url(f"{address}{BASE}/openapi.json", config=config(system, amira, ""))
        every = [each.ok() for each in schema.get_all_operations()]
        for operation in sorted((each for each in every if each.method == "post"), key=lambda each: each.path):
            body = sent.pop(operation.definition.raw["operationId"])
            parts: dict[str, Any] = {"path_parameters": {"plan": str(amira.id), "webhook": hook}}
            parts |= {"body": body, "media_type": "application/json"} if body else {}
            case = operation.Case(**parts, headers={"Authorization": f"Bearer {system.key}"})
            answer = case.call()
            assert answer.status_code in (200, 201, 202), (operation.label, answer.content)
            case.validate_response(answer)
            hook = answer.json()["id"] if operation.path == "/webhooks" else hook
    assert not sent


@pytest.mark.parametrize(
    ("status", "kind", "body", "check"),
    [(202, "application/json", b"{}", "status_code_conformance"),
     (500, "application/problem+json", b"{}", "not_a_server_error"),
     (200, "text/html", b"{}", "content_type_conformance"),
     (200, "application/json", b'{"id": 7}', "response_schema_conformance")],
)  # fmt: skip
def test_an_answer_that_is_not_described_is_found(
    app: Flask, system: Machine, amira: Plan, status: int, kind: str, body: bytes, check: str
) -> None:
    """Otherwise nobody would know whether the test above looks."""

    def bent(environ: Any, start: Any) -> Any:
        if Request(environ).path != f"{BASE}/me":
            return app(environ, start)
        return Response(body, status, content_type=kind)(environ, start)

    assert [told for told in failures(bent, system, amira, "getMe") if told.startswith(f"GET /me {check}:")]
