"""Rule: something sent in the shape that it has to have, or where it is wrong. What was sent is never said again."""

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from minplan.sync.problem import Pointed, Problem

MOST = 50  # faults told at once
_NAME = re.compile("[A-Za-z_]{1,40}")
Shape = TypeVar("Shape", bound=BaseModel)


def valid(shape: type[Shape], given: Any, type: str = "invalid", root: str = "/") -> Shape:
    """`given` as this shape. Raises Problem of the `type`, by JSON pointer: `root` stands before each, "" is all."""
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        told = error.errors(include_url=False, include_context=False, include_input=False)
        raise Problem(type, errors=tuple(_pointed(each, root) for each in told[:MOST])) from None


def _pointed(error: Any, root: str) -> Pointed:
    """A name that no shape has is the sender's own word, so one that could be anything else is not repeated."""
    where = error["loc"]
    if error["type"] == "extra_forbidden" and not _NAME.fullmatch(str(where[-1])):
        where = where[:-1]
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in where)
    return Pointed(root + "/".join(parts) if where else "", error["type"])
