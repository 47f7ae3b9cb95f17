"""Whatever is sent, in whichever header, body, query or address: an answer that the document knows, and no fault."""

import json
from typing import Any

import pytest
from cast import Plan
from flask import Flask
from systems import BASE, Machine, let_in

from minplan import access, db
from minplan.routes.api import callers, operations
from minplan.routes.api.document import document
from minplan.routes.api.operation import Operation

ALL = operations()
DEEP = "[" * 100_000
BODIES: list[Any] = [
    b"", b"null", b"[]", b'""', b"0", b"{", b"\xff\xfe{}", b'{"a":1,"a":2}', DEEP.encode(), b"[" * 90 + b"]" * 90,
    b'{"title":{"text":"\\u0000","lang":"da"}}', b'{"title":{"text":"\\ud800","lang":"da"}}', b'{"limit":1e400}',
    b'{"a":' + b"9" * 1_000_000 + b"}", b"NaN", b'{"id":"x","data":{"":{}}}', b'{"plan":[[]],"state":[],"when_on":{}}',
    b'{"x":' + b'"' + b"a" * 900_000 + b'"}', b" " * 1_000_001, json.dumps({"state": "done", "milestone": {}}).encode(),
]  # fmt: skip
QUERIES = (
    "limit=9" + "9" * 5000, "limit=%00", "after=%ED%A0%80", "after=" + "A" * 22, "limit=1&limit=2", "%FF=%FF", "=&&"
)  # fmt: skip
ETAGS = ("*", '""', '"' + "a" * 9000 + '"', 'W/"x"', ",", "\t", "å", '"a", "b"')
PARTS = ("x", "%00", "%F0%9F%8C%B1", "-1", "9" * 300, "00000000-0000-0000-0000-000000000000", "%2e%2e", "A%2FB")


def told(operation: Operation, status: int) -> bool:
    path = document().root["paths"][operation.path][operation.method.lower()]
    return str(status) in path["responses"] or status in (404, 405)


@pytest.fixture
def system(app: Flask, amira: Plan, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A system with every scope, that may ask as often as it likes."""
    monkeypatch.setattr(callers, "BURST", 10**6)
    app.wsgi_app.mounts[BASE].app.extensions.pop("minplan_requests", None)  # type: ignore[attr-defined]
    return let_in(app)


def _address(operation: Operation, plan: Plan) -> str:
    known = {"plan": plan.id, "step": plan.step, "milestone": plan.milestone, "citizen": plan.citizen}
    path = operation.path
    for name, value in {**known, "system": "fagsystem", "ref": "A-1", "type": "invalid"}.items():
        path = path.replace(f"{{{name}}}", str(value))
    return path


@pytest.mark.parametrize("operation", [each for each in ALL if each.body], ids=lambda each: each.id)
def test_an_odd_body_is_a_problem_and_writes_nothing(system: Machine, amira: Plan, operation: Operation) -> None:
    before = _revision(amira)
    for body in BODIES:
        for more in ({"If-None-Match": "*"}, {"If-Match": "*", "Idempotency-Key": "k"}):
            headers = more | {"Authorization": f"Bearer {system.key}", "Content-Type": "application/json"}
            path = BASE + _address(operation, amira)
            answer = system.client.open(path, method=operation.method, data=body, headers=headers)
            assert answer.status_code < 500 and told(operation, answer.status_code), (body[:60], answer.text[:300])
    assert _revision(amira) == before


@pytest.mark.parametrize("operation", ALL, ids=lambda each: each.id)
def test_an_odd_address_query_or_header_is_a_documented_answer(
    system: Machine, amira: Plan, operation: Operation
) -> None:
    path = _address(operation, amira)
    tried = [(f"{path}?{query}", "*") for query in QUERIES if "wait" not in path]
    tried += [(path, etag) for etag in ETAGS]
    bare = operation.path.replace("{plan}", str(amira.id)).replace("{", "")
    tried += [(bare.replace("}", part), "*") for part in PARTS]
    for address, etag in tried:
        sent = etag.encode().decode("latin-1")
        headers = dict.fromkeys(("If-Match", "If-None-Match", "Idempotency-Key"), sent)
        headers |= {"Authorization": f"Bearer {system.key}"}
        answer = system.client.open(BASE + address, method=operation.method, headers=headers)
        assert answer.status_code < 500 and told(operation, answer.status_code), (address, etag, answer.text[:300])


def _revision(plan: Plan) -> int:
    with db.reading() as connection:
        found = access.Plan.__table__
        return connection.execute(found.select().where(found.c.id == plan.id)).one().revision
