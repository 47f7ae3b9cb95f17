"""Opening a database so that "saved" survives a power cut and writers queue instead of failing."""

import sqlite3
from functools import partial
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from minplan.errors import Busy

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=15000", "foreign_keys=ON")
# What is deleted is written over, and stands in no log that a backup would take along.
FORGETFUL = ("journal_mode=DELETE", "secure_delete=ON", "synchronous=FULL", "busy_timeout=15000")
WRITE = "minplan_write"
# A server of keys that is silent holds up pages which can do without: seconds, where the system waits for minutes.
PATIENCE = {"connect_timeout": 3}


def open_engine(url: str, forgetful: bool = False) -> Engine:
    """An engine for `url` (sqlite:///path or postgresql://…); `forgetful` leaves nothing of a deleted row in an SQLite
    file, and gives a server up soon. Connects to nothing yet."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(url, FORGETFUL if forgetful else PRAGMAS)
    return _open_postgresql(address.set(drivername="postgresql+psycopg"), 10, 20, PATIENCE if forgetful else {})


def beside(engine: Engine) -> Engine:
    """Connections to the same database for who writes one line while they read: they never queue behind the readers,
    who all wait for them. SQLite hands out as many as are asked for."""
    return engine if engine.dialect.name == "sqlite" else _open_postgresql(engine.url, 2, 4, {})


def _open_postgresql(address: URL, size: int, more: int, patience: dict[str, int]) -> Engine:
    return create_engine(
        address, pool_size=size, max_overflow=more, pool_use_lifo=True, pool_pre_ping=True, hide_parameters=True,
        connect_args=patience,
    )  # fmt: skip


def _open_sqlite(url: str, pragmas: tuple[str, ...]) -> Engine:
    _make_place(Path(make_url(url).database or ""))
    engine = create_engine(url, pool_size=20, max_overflow=-1, pool_use_lifo=True, hide_parameters=True)
    event.listen(engine, "connect", partial(_prepare, pragmas))
    event.listen(engine, "begin", _begin)
    return engine


def _make_place(file: Path) -> None:
    """A new file is its owner's alone, also in a folder that others may enter; SQLite's own beside it follow."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not file.exists():
        file.touch(mode=0o600)


def _prepare(pragmas: tuple[str, ...], connection: sqlite3.Connection, _record: Any) -> None:
    """Take transactions out of the driver's hands: its own BEGIN comes late and cannot wait for a lock."""
    connection.isolation_level = None
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes the lock first; a reader that turned writer would be refused without waiting. Raises Busy."""
    write = connection.get_execution_options().get(WRITE)
    driver = cast(sqlite3.Connection, connection.connection.dbapi_connection)
    try:
        driver.execute("BEGIN IMMEDIATE" if write else "BEGIN")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise Busy from error
