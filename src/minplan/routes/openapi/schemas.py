"""The shapes as JSON Schema, by the names that the document gives them."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from minplan.routes.api.operation import Operation
from minplan.sync.shapes import EXAMPLES, Refusal, Taken

_AT = "#/components/schemas/{model}"


class Schemas:
    """Every shape that comes in or goes out. `found` is by name."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        wanted = [(Refusal, "serialization"), *((shape, mode) for each in operations for shape, mode in _shapes(each))]
        self._refs, every = models_json_schema(list(dict.fromkeys(wanted)), ref_template=_AT)  # type: ignore[arg-type]
        self.found: dict[str, Any] = every["$defs"]
        queries = [each.query for each in operations if each.query]
        self._queries = {shape: self.found.pop(shape.__name__) for shape in dict.fromkeys(queries)}
        for name, example in EXAMPLES.items():
            if name in self.found:
                self.found[name]["examples"] = [example]

    def out(self, shape: type[BaseModel]) -> Any:
        """Where the shape stands as it is answered."""
        return self._refs[shape, "serialization"]

    def sent(self, shape: type[BaseModel]) -> Any:
        """Where the shape stands as it is sent."""
        return self._refs[shape, "validation"]

    def query(self, shape: type[BaseModel]) -> list[dict[str, Any]]:
        """The parameters that a query is made of."""
        found = self._queries[shape]
        required = found.get("required", ())
        return [_parameter(name, each, name in required) for name, each in found["properties"].items()]


def _shapes(operation: Operation) -> list[tuple[type[BaseModel], str]]:
    told = [*operation.answers.values(), Taken if operation.reading else None]
    out = [(shape, "serialization") for shape in told if shape]
    sent = [(shape, "validation") for shape in (operation.body, operation.query) if shape]
    return out + sent


def _parameter(name: str, schema: dict[str, Any], required: bool) -> dict[str, Any]:
    """A parameter is there or it is not: none is null."""
    told = dict(schema)
    says = told.pop("description", name)
    told.pop("title", None)
    rest = [each for each in told.pop("anyOf", ()) if each != {"type": "null"}]
    if told.get("default", 0) is None:
        del told["default"]
    told |= rest[0] if len(rest) == 1 else {"anyOf": rest} if rest else {}
    return {"name": name, "in": "query", "required": required, "description": says, "schema": told}
