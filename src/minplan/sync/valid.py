"""Rule: something sent in the shape that it has to have, or where it is wrong. What was sent is never said again."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from minplan.sync.problem import Pointed, Problem

MOST = 50  # faults told at once
Shape = TypeVar("Shape", bound=BaseModel)


def valid(shape: type[Shape], given: Any, type: str = "invalid", root: str = "/") -> Shape:
    """`given` as this shape. Raises Problem of the `type`, by JSON pointer; `root` stands before each."""
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        told = error.errors(include_url=False, include_context=False, include_input=False)
        raise Problem(type, errors=tuple(_pointed(each, root) for each in told[:MOST])) from None


def _pointed(error: Any, root: str) -> Pointed:
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in error["loc"])
    return Pointed(root + "/".join(parts), error["type"])
