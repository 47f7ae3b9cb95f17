"""The ways into the database: `reading()` gives rows of one moment, `writing()` one transaction, all or nothing.

`noting()` writes as `writing()` does, for who is reading meanwhile; `together()` makes one of several."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from sqlalchemy import Connection, Engine, make_url
from sqlmodel import Session

from minplan import config
from minplan.db.engine import WRITE, beside, open_engine

_engine: Engine | None = None
_notes: Engine | None = None
_opening = Lock()
_joint: ContextVar[Session | None] = ContextVar("joint", default=None)


def engine() -> Engine:
    """The process's engine, opened on first use, because a server forks after import."""
    with _opening:
        if _engine is None:
            use(open_engine(config.settings().database_url))
    assert _engine is not None
    return _engine


def expect() -> None:
    """Raise ConfigError where this process would make an empty database instead of working on one that is there."""
    url = config.read(os.environ).database_url
    file = make_url(url).database if url.startswith("sqlite") else None
    if _engine is None and file and not os.path.exists(file):
        raise config.ConfigError(
            f"There is no database at {file}. Call minplan where the data lies, or set MINPLAN_DATA; "
            "`minplan upgrade` makes a new one."
        )


def use(other: Engine) -> None:
    """Let this process work on another database from now on."""
    global _engine, _notes
    if _notes is not None and _notes is not _engine:
        _notes.dispose()
    _engine, _notes = other, beside(other)


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection whose selects all see the same moment. Nothing done in it stays."""
    with engine().connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        yield connection


@contextmanager
def writing() -> Iterator[Session]:
    """A session in one transaction: kept at the end of the block, undone when the block raises.

    Within `together()` it is a part of that transaction: undone alone, and kept when all of it is.
    """
    joint = _joint.get()
    if joint is None:
        with _transaction(engine()) as session:
            yield session
        return
    with joint.begin_nested():
        yield joint


@contextmanager
def together() -> Iterator[Session]:
    """One transaction, of which every `writing()` in the block is a part: all of them are kept, or none."""
    with _transaction(engine()) as session:
        mark = _joint.set(session)
        try:
            yield session
        finally:
            _joint.reset(mark)


@contextmanager
def noting() -> Iterator[Session]:
    """A transaction beside a `reading()` that stays open: its connection is not one that readers can use up."""
    engine()
    assert _notes is not None
    with _transaction(_notes) as session:
        yield session


@contextmanager
def _transaction(on: Engine) -> Iterator[Session]:
    writer = on.execution_options(**{WRITE: True})
    with Session(writer, expire_on_commit=False) as session, session.begin():
        yield session
