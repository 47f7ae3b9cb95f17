"""Which problems an operation may answer, and how the document says so."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from minplan.routes.api.operation import Operation
from minplan.sync import TYPES

_BODY = ("not-json", "too-large", "not-this-type", "invalid")
_ONCE = ("bad-request", "still-running", "other-request")
_SCHEMA = {"$ref": "#/components/schemas/Refusal"}
_HEADERS = {401: "WWW-Authenticate", 429: "Retry-After", 503: "Retry-After"}


def refusals(operation: Operation) -> tuple[str, ...]:
    """The types, by status."""
    found = {*operation.refusals, "fault"}
    if operation.scope is not None:
        found |= {"no-credentials", "too-many", "unavailable"}
    if operation.scope:
        found |= {"missing-scope", "not-allowed"} if operation.method != "GET" else {"missing-scope"}
    found |= {"not-found"} if "{" in operation.path else set()
    found |= {"bad-request"} if operation.query or ("{ref}" in operation.path and operation.method != "GET") else set()
    found |= set(_BODY) if operation.body else set()
    found |= {"changed", "if-match-required", "conflict"} if operation.guarded else set()
    found |= set(_ONCE) if operation.once else set()
    return tuple(sorted(found, key=_order))


def refused(operation: Operation) -> dict[str, Any]:
    """The responses of an operation that are problems, by status."""
    return {str(status): {"$ref": f"#/components/responses/{_name(types)}"} for status, types in _by_status(operation)}


def responses(operations: Sequence[Operation]) -> dict[str, Any]:
    """Each of them once, by name."""
    every = {types: status for each in operations for status, types in _by_status(each)}
    return {_name(types): _response(status, types) for types, status in sorted(every.items())}


def _by_status(operation: Operation) -> list[tuple[int, tuple[str, ...]]]:
    return [(status, tuple(types)) for status, types in groupby(refusals(operation), key=lambda each: TYPES[each][0])]


def _order(type: str) -> tuple[int, str]:
    return TYPES[type][0], type


def _name(types: Iterable[str]) -> str:
    return "Or".join("".join(part.capitalize() for part in each.split("-")) for each in types)


def _response(status: int, types: tuple[str, ...]) -> dict[str, Any]:
    examples = {each: {"value": _example(each)} for each in types}
    found: dict[str, Any] = {"description": "; ".join(f"{TYPES[each][1]} (`{each}`)" for each in types) + "."}
    if status in _HEADERS:
        found["headers"] = {_HEADERS[status]: {"$ref": f"#/components/headers/{_HEADERS[status]}"}}
    return found | {"content": {"application/problem+json": {"schema": _SCHEMA, "examples": examples}}}


def _example(type: str) -> dict[str, Any]:
    status, title = TYPES[type]
    return {"type": f"/api/v1/problems/{type}", "title": title, "status": status}
