"""What both databases promise to every room."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, func, select, text, update
from sqlalchemy.exc import IntegrityError

from minplan import db
from minplan.access.person import Person
from minplan.access.plan import Plan
from minplan.clock import now
from minplan.db.migrate import newest, shape


def _person(name: str = "Amira") -> Person:
    return Person(kind="citizen", name=name)


def _people() -> int:
    with db.reading() as connection:
        return connection.scalar(select(func.count()).select_from(Person)) or 0


def _plan() -> UUID:
    person, plan_id = _person(), uuid4()
    with db.writing() as session:
        session.add(person)
        session.flush()
        session.add(Plan(id=plan_id, citizen_id=person.id, created_at=now()))
    return plan_id


def test_what_is_written_stays_and_what_fails_is_undone(database: Engine) -> None:
    with db.writing() as session:
        session.add(_person())
    with pytest.raises(ZeroDivisionError), db.writing() as session:
        session.add(_person("Bo"))
        session.flush()
        raise ZeroDivisionError
    assert _people() == 1


def test_a_reader_sees_one_moment(database: Engine) -> None:
    with db.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(Person))
        with db.writing() as session:
            session.add(_person())
        assert connection.scalar(select(func.count()).select_from(Person)) == before == 0
    assert _people() == 1


def test_a_link_to_nobody_is_refused(database: Engine) -> None:
    with pytest.raises(IntegrityError), db.writing() as session:
        session.add(Plan(citizen_id=uuid4(), created_at=now()))


def test_the_next_step_must_exist_when_the_change_ends(database: Engine) -> None:
    plan_id = _plan()
    with pytest.raises(IntegrityError), db.writing() as session:
        session.get_one(Plan, plan_id).next_step_id = uuid4()


def test_eight_writers_queue_and_none_is_lost(database: Engine) -> None:
    plan_id = _plan()

    def raise_revision(_turn: int) -> None:
        with db.writing() as session:
            session.connection().execute(
                update(Plan).where(Plan.id == plan_id).values(revision=Plan.revision + 1)  # type: ignore[arg-type]
            )

    with ThreadPoolExecutor(8) as clients:
        list(clients.map(raise_revision, range(200)))
    with db.reading() as connection:
        assert connection.scalar(select(Plan.revision)) == 200


def test_two_first_starts_at_once_agree(database: Engine, tmp_path: Path) -> None:
    address = database.url.render_as_string(hide_password=False)
    if database.dialect.name == "sqlite":
        address = f"sqlite:///{tmp_path}/bare.sqlite3"
    else:
        with database.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    command, settings = [sys.executable, "-m", "minplan.cli", "upgrade"], {**os.environ, "DATABASE_URL": address}
    starts = [subprocess.Popen(command, env=settings) for _ in range(2)]
    assert [start.wait() for start in starts] == [0, 0]
    bare = db.open_engine(address)
    assert shape(bare) == newest()
    bare.dispose()


def test_sqlite_is_set_so_that_saved_means_saved(tmp_path: Path) -> None:
    with db.open_engine(f"sqlite:///{tmp_path}/saved.sqlite3").connect() as connection:
        found = [connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert found == ["wal", 2, 1]
