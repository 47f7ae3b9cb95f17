"""Looking at the database again and again, many times a second, for as long as somebody waits for news."""

from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection, Engine

from minplan.db import session

Found = TypeVar("Found")


class Watch:
    """One connection of its own, and nothing is ever written through it. Not for two threads."""

    def __init__(self) -> None:
        self._engine: Engine | None = None
        self._connection: Connection | None = None
        self._version: int | None = None

    def __enter__(self) -> "Watch":
        return self

    def __exit__(self, _type: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._close()

    def look(self, read: Callable[[Connection], Found], always: bool = False) -> Found | None:
        """What `read` finds; None where it is sure that nobody has written since the last look, unless `always`."""
        try:
            connection = self._open()
            found = read(connection) if self._has_moved(connection) or always else None
            connection.rollback()
        except BaseException:
            self._close()
            raise
        return found

    def _has_moved(self, connection: Connection) -> bool:
        """SQLite counts what others write, this process's other connections too, and asking costs next to nothing."""
        if connection.dialect.name != "sqlite":
            return True
        before, self._version = self._version, connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        return before != self._version

    def _open(self) -> Connection:
        engine = session.engine()
        if self._engine is not engine:
            self._close()
        if self._connection is None:
            self._engine, self._connection = engine, engine.connect()
            if engine.dialect.name == "postgresql":  # one round trip for each look instead of three
                self._connection.execution_options(isolation_level="AUTOCOMMIT")
        return self._connection

    def _close(self) -> None:
        connection, self._connection, self._version = self._connection, None, None
        if connection is not None:
            connection.close()
