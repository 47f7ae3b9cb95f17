"""The noun: a message that stood in a file, and where."""

from typing import Any, NamedTuple


class Sourced(NamedTuple):
    """A message as it goes into the inbox."""

    message: Any
    file: str
    line: int
