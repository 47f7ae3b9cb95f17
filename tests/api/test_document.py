"""The document: the one that is served is the one that is committed, and it says what is so."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from openapi_spec_validator import validate
from systems import BASE

from minplan import sync
from minplan.cli import main
from minplan.routes.api import operations
from minplan.sync import explained, shapes

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"


@pytest.fixture
def document(app: Flask) -> dict[str, Any]:
    """As anybody reads it, without a key."""
    answer = app.test_client().get(f"{BASE}/openapi.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    return answer.json


def test_it_is_an_openapi_document(document: dict[str, Any]) -> None:
    validate(document)


def test_the_committed_one_is_the_same(document: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise: minplan openapi > docs/openapi.json"""
    assert main(["openapi"]) == 0
    assert json.loads(capsys.readouterr().out) == document == json.loads(COMMITTED.read_text("utf-8"))


def test_every_address_is_described_and_nothing_else(app: Flask, document: dict[str, Any]) -> None:
    told = {(method.upper(), path) for path, each in document["paths"].items() for method in each}
    assert told == {(each.method, each.path) for each in operations()}
    assert len({each.id for each in operations()}) == len(operations())


def test_every_operation_says_what_it_needs(document: dict[str, Any]) -> None:
    described = {each["operationId"]: each for path in document["paths"].values() for each in path.values()}
    for each in operations():
        told = described[each.id]
        scopes = [way["token"] for way in told["security"] if "token" in way]
        assert scopes == ([] if each.scope is None else [[each.scope] if each.scope else []]), each.id
        assert {"401", "429"} <= told["responses"].keys() or each.scope is None, each.id
        assert "403" in told["responses"] or not each.scope, each.id
        names = [part.get("$ref", "") for part in told.get("parameters", ())]
        assert any(name.endswith(("/If-Match", "/Seen.If-Match")) for name in names) == each.guarded, each.id
        assert any(name.endswith("/Idempotency-Key") for name in names) == each.once, each.id


def test_every_scope_that_is_asked_for_can_be_given() -> None:
    assert {each.scope for each in operations() if each.scope} <= set(sync.SCOPES)


def test_it_says_whose_a_field_is(document: dict[str, Any]) -> None:
    step = document["components"]["schemas"]["Step"]["properties"]
    assert (step["title"]["x-owner"], step["learned"]["x-owner"]) == ("municipality", "citizen")
    assert "x-owner" not in step["id"]


@pytest.mark.parametrize("name", shapes.EXAMPLES)
def test_an_example_is_one(name: str) -> None:
    shape = getattr(shapes, name)
    assert shape.model_validate_json(json.dumps(shapes.EXAMPLES[name])).model_dump(mode="json")["id"]


@pytest.mark.parametrize("type", sync.TYPES)
def test_a_problem_says_what_it_means(app: Flask, type: str) -> None:
    assert type in explained.SAYS
    answer = app.test_client().get(f"{BASE}/problems/{type}")
    status, title = sync.TYPES[type]
    told = {"type": type, "status": status, "title": title, "says": explained.SAYS[type]}
    assert {name: answer.json[name] for name in told} == told
    assert answer.json in app.test_client().get(f"{BASE}/problems").json["items"]


@pytest.mark.parametrize("type", ["nothing", "Not-Found", "x" * 41, "..%2f", "%00"])
def test_what_is_no_problem_is_not_found(app: Flask, type: str) -> None:
    answer = app.test_client().get(f"{BASE}/problems/{type}")
    assert (answer.status_code, answer.json["type"]) == (404, f"{BASE}/problems/not-found")
