"""The noun: a message that stood in a file, and where."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from minplan.sync.files.fields import column_at

_NO_TABLE: Mapping[str, str] = MappingProxyType({})


class Sourced(NamedTuple):
    """A message as it goes into the inbox. Of a table, `places` says which column filled what a pointer points at."""

    message: Any
    file: str
    line: int
    places: Mapping[str, str] = _NO_TABLE

    def column_at(self, pointer: str) -> str | None:
        """The column that something refused came from."""
        return column_at(self.places, pointer)
