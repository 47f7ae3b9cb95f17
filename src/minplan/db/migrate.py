"""Bringing a database to the newest shape, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from minplan.db import session
from minplan.db.engine import WRITE

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
TURN = 4_715_017  # any number, as long as every process that upgrades uses the same


def migrate(engine: Engine | None = None) -> None:
    """Run what is missing. Of two starts at once the second waits, then finds nothing to do."""
    engine = engine or session.engine()
    if shape(engine) == newest():
        return
    from alembic import command  # takes longer than all the rest of a start, and is seldom needed

    with upgrading(engine) as connection:
        command.upgrade(alembic_config(connection), "head")


def newest() -> str:
    """The number of the newest migration, which its file's name begins with."""
    return max(file.name for file in (MIGRATIONS / "versions").glob("[0-9]*.py")).split("_")[0]


def shape(engine: Engine) -> str | None:
    """The number of the migration that the database has reached; None where it has no tables yet."""
    try:
        with engine.connect() as connection:
            return connection.scalar(text("SELECT version_num FROM alembic_version"))
    except DBAPIError:
        return None


@contextmanager
def upgrading(engine: Engine) -> Iterator[Connection]:
    """The one connection that may change tables; whatever raises inside undoes all of it."""
    ready = _rebuilding if engine.dialect.name == "sqlite" else _alone
    with engine.connect().execution_options(**{WRITE: True}) as connection, ready(connection):
        yield connection
        connection.commit()


def alembic_config(connection: Connection) -> "Config":
    """Alembic's configuration without a file, on an open connection."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
    yield


@contextmanager
def _rebuilding(connection: Connection) -> Iterator[None]:
    """SQLite alters a table by building it anew; what points to it must not mind while it is gone."""
    connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.rollback()
        connection.connection.cursor().execute("PRAGMA foreign_keys=ON")
