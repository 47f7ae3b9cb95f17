"""One operation as the document says it."""

import re
from typing import Any

from pydantic import BaseModel

from minplan.routes.api.operation import Operation
from minplan.routes.openapi.parts import path_parameter
from minplan.routes.openapi.problems import refused
from minplan.routes.openapi.schemas import Schemas
from minplan.sync.shapes import Taken

_PART = re.compile(r"{(\w+)}")
_SAYS = {200: "As it is now.", 201: "It is new.", 202: "It waits for an answer, or for its turn.", 204: "Done."}


def described(found: Operation, schemas: Schemas) -> dict[str, Any]:
    """Its member of `paths`."""
    told: dict[str, Any] = {
        "operationId": found.id,
        "tags": [_tag(found.path)],
        "summary": found.says.partition(". ")[0].rstrip(".") + ".",
        "description": _says(found),
        "security": _security(found),
    }
    parameters = [*map(path_parameter, _PART.findall(found.path)), *_headers(found)]
    parameters += schemas.query(found.query) if found.query else []
    if parameters:
        told["parameters"] = parameters
    if found.body:
        told["requestBody"] = {"required": True, "content": _json(schemas.sent(found.body))}
    good = {str(status): _answer(status, shape, schemas, found.reading) for status, shape in found.answers.items()}
    if _has_etag(found):
        good["304"] = {"description": "It says what it said."}
    return told | {"responses": good | refused(found)}


def _tag(path: str) -> str:
    """The shelf on which it stands: what a plan holds has its own."""
    parts = path.strip("/").split("/")
    return parts[2] if parts[:2] == ["plans", "{plan}"] and len(parts) > 2 else parts[0]


def _security(found: Operation) -> list[dict[str, list[str]]]:
    if found.scope is None:
        return []
    return [{"key": []}, {"token": [found.scope] if found.scope else []}]


def _headers(found: Operation) -> list[dict[str, Any]]:
    names = ["If-Match" if found.creates else "Seen.If-Match"] if found.guarded else []
    names += ["If-None-Match"] if found.creates or _has_etag(found) else []
    names += ["Idempotency-Key"] if found.once else []
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]


def _has_etag(found: Operation) -> bool:
    shape = found.answers.get(200)
    return found.method == "GET" and shape is not None and _is_resource(shape)


def _is_resource(shape: type[BaseModel]) -> bool:
    return "id" in shape.model_fields


def _says(found: Operation) -> str:
    without = f" Without the scope `{found.reading}` the answer is `Taken`: which it was, and nothing of what it says."
    return found.says + (without if found.reading else "")


def _answer(status: int, shape: type[BaseModel] | None, schemas: Schemas, reading: str | None) -> dict[str, Any]:
    told: dict[str, Any] = {"description": _SAYS.get(status, "Done.")}
    names = ["ETag"] if shape and _is_resource(shape) else []
    names += ["Location"] if status == 201 else []
    if names:
        told["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    if shape:
        whole = schemas.out(shape)
        told["content"] = _json({"anyOf": [whole, schemas.out(Taken)]} if reading else whole)
    return told


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
