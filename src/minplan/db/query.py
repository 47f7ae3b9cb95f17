"""Reading in bulk: a select written once, whose rows come as plain named tuples."""

from collections import namedtuple
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select


class Query:
    """A prepared select. Call it with a connection and the values of its parameters.

    SQLAlchemy's own rows look every name up by failing to find it as an attribute first, twenty times the price of a
    named tuple's; and a rule that draws a plan asks for a thousand of them.
    """

    def __init__(self, select: Select[Any] | CompoundSelect[Any]) -> None:
        self._select = select
        self._options: Any = {"compiled_cache": _Compiled()}
        self._record = namedtuple("Row", select.selected_columns.keys())._make  # type: ignore[attr-defined, misc]

    def __call__(self, connection: Connection, **values: Any) -> list[Any]:
        """Every row, in the order of the select."""
        found = connection.execute(self._select, values, execution_options=self._options).all()
        return list(map(self._record, found))


class _Compiled(dict[Any, Any]):
    """One statement in the words of each dialect. Only the dialect and the parameters' names tell its forms apart.

    The cache that all statements share hashes the whole of each at every use: a long walk through cold memory.
    """

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get((key[0], key[2]), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__((key[0], key[2]), compiled)
