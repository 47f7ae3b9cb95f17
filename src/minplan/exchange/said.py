"""Rule: what a JSON Schema validator found, in a sentence that somebody can act on."""

from collections.abc import Callable, Iterator
from typing import Any

from minplan.exchange.fault import Fault

_TYPES = {
    "object": "an object", "array": "a list", "string": "a text", "integer": "a whole number", "null": "null",
}  # fmt: skip
_SENTENCES: dict[str, Callable[[Any], str]] = {
    "type": lambda error: f"must be {_types(error.validator_value)}",
    "enum": lambda error: f"must be one of {', '.join(error.validator_value)}",
    "const": lambda error: f"must be {error.validator_value}",
    "pattern": lambda error: f"must be {error.schema['description']}",
    "minLength": lambda _: "is empty",
    "maxLength": lambda error: f"is over {error.validator_value:,} characters",
    "minItems": lambda _: "is empty",
    "uniqueItems": lambda _: "says the same twice",
    "minimum": lambda error: f"must be at least {error.validator_value}",
    "maximum": lambda error: f"must be at most {error.validator_value}",
}


def faults_of(error: Any) -> Iterator[Fault]:
    """The faults behind one error of the validator: one for each member that is missing or one too many."""
    path = tuple(error.absolute_path)
    because = error.schema.get("description")
    reason = f": {because}" if because else ""
    if error.validator == "required":
        for name in error.validator_value:
            if name not in error.instance:
                yield Fault((*path, name), f"is missing{reason}")
    elif error.validator == "not":
        yield Fault((*path, *error.validator_value["required"]), f"must not be here{reason}")
    elif error.validator == "additionalProperties":
        for name in error.instance:
            if name not in error.schema["properties"]:
                yield Fault((*path, name), "is unknown")
    else:
        yield Fault(path, _SENTENCES[error.validator](error))


def _types(names: str | list[str]) -> str:
    return " or ".join(_TYPES[name] for name in ([names] if isinstance(names, str) else names))
