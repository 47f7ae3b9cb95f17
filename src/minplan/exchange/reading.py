"""Rule: bytes as JSON, strictly. What two readers could understand differently is refused."""

import json
from typing import Any, NoReturn

MAX_BYTES = 10_000_000
MAX_DEPTH = 20  # twice what a document needs


class Unreadable(ValueError):
    """One sentence on why these bytes are no document."""


def parse(data: bytes) -> Any:
    """The value that `data` holds. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        value = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON (line {error.lineno}, column {error.colno}: {error.msg})") from None
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    except ValueError as error:
        raise Unreadable(str(error) if isinstance(error, Unreadable) else "holds a number that is too long") from None
    _shallow(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):  # its name is the sender's own word, and is not said again
        raise Unreadable("has the same member twice in one object")
    return found


def _constant(name: str) -> NoReturn:
    raise Unreadable(f"holds {name}, which is not JSON")


def _shallow(value: Any) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        lists = [item for item in level if isinstance(item, list)]
        objects = [item.values() for item in level if isinstance(item, dict)]
        level = [inner for group in (*lists, *objects) for inner in group]
        if not level:
            return
    raise Unreadable("is nested too deeply")
