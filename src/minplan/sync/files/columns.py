"""Rule: the columns of a table of changes, taken from their shape: the same in each file, whatever stands in it."""

import json
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from minplan.sync.shapes.change import Change

# A spreadsheet reckons with what begins so: citizens' words are no formula. With the apostrophe among them, the first
# one of a cell is never theirs.
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


@cache
def columns() -> tuple[str, ...]:
    """A name for each thing that a change may say, as a path into it."""
    return tuple(dict.fromkeys(_paths(Change)))


def cells(item: Any) -> list[str]:
    """What a change says, in the order of the columns."""
    return [_cell(_at(item, path.split("."))) for path in columns()]


def objects(annotation: Any) -> Iterator[type[BaseModel]]:
    """The shapes that may stand there by themselves; what stands in a list has no column of its own."""
    for each in get_args(annotation) if get_origin(annotation) is UnionType else (annotation,):
        if isinstance(each, type) and issubclass(each, BaseModel):
            yield each


def _paths(shape: type[BaseModel]) -> Iterator[str]:
    for name, field in shape.model_fields.items():
        inner = [path for each in objects(field.annotation) for path in _paths(each)]
        yield from (f"{name}.{path}" for path in inner) if inner else (name,)


def _at(item: Any, path: list[str]) -> Any:
    for name in path:
        item = item.get(name) if isinstance(item, dict) else None
    return item


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(_GUARDED) else text
