"""A database of each older version, with people and plans in it, comes up whole. Its rows stand in tests/data."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from shutil import copy
from typing import Any, cast
from uuid import UUID

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from databases import OWN, made
from sqlalchemy import Column, Connection, Engine, MetaData, Table, func, make_url, select, text, types
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, db, dialogue, exchange, journey, meeting, vault
from minplan.db.migrate import alembic_config, shape, upgrading
from minplan.errors import Locked
from minplan.feelings import own
from minplan.feelings.keepsake import KINDS

DATA = Path(__file__).parents[1] / "data"
SHAPES = ("0001", "0002", "0003", "0004", "0005")
Rows = dict[str, list[dict[str, Any]]]
Place = Callable[[str, str], str]


@pytest.fixture(scope="module")
def risen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The address of a database that came up from an older shape with all its rows, made once and only to be copied."""
    with ExitStack() as stack:

        @cache
        def find(kind: str, number: str) -> str:
            address = f"sqlite:///{tmp_path_factory.mktemp('old')}/{number}.sqlite3"
            if kind == "postgresql":
                server = request.getfixturevalue("postgresql_server")
                address = stack.enter_context(made(server, f"{OWN}_old_{number}"))
            _raise(address, number)
            return address

        yield find


def _raise(address: str, number: str) -> None:
    engine = db.open_engine(address)
    with upgrading(engine) as connection:
        command.upgrade(alembic_config(connection), number)
    with upgrading(engine) as connection:
        _pour(connection, _rows(number))
    assert shape(engine) == number
    db.migrate(engine)
    engine.dispose()


def _rows(number: str) -> Rows:
    return cast(Rows, json.loads((DATA / f"shape_{number}.json").read_text("utf-8")))


@pytest.fixture(params=SHAPES)
def number(request: pytest.FixtureRequest) -> str:
    """An older shape."""
    return cast(str, request.param)


@pytest.fixture
def old(number: str) -> Rows:
    """The rows of a database of that shape."""
    clock.start(clock.parse("2026-11-23"))
    return _rows(number)


@pytest.fixture(params=["sqlite", "postgresql"])
def new(request: pytest.FixtureRequest, risen: Place, old: Rows, number: str, tmp_path: Path) -> Iterator[Engine]:
    """The database that came up, in use during this test."""
    kept = risen(request.param, number)
    with ExitStack() as stack:
        if request.param == "sqlite":
            address = f"sqlite:///{copy(make_url(kept).database or '', tmp_path)}"
        else:
            server = request.getfixturevalue("postgresql_server")
            address = stack.enter_context(made(server, f"{OWN}_risen", like=f"{OWN}_old_{number}"))
        engine = db.open_engine(address)
        db.use(engine)
        yield engine
        engine.dispose()


def _pour(connection: Connection, rows: Rows) -> None:
    """As a restored backup does: the links are not asked before the last row stands."""
    tables = MetaData()
    tables.reflect(connection)
    postgresql = connection.dialect.name == "postgresql"
    if postgresql:
        connection.execute(text("SET session_replication_role = replica"))
    for name, values in rows.items():
        for row in values:
            connection.execute(tables.tables[name].insert().values(_typed(tables.tables[name], row)))
    if postgresql:
        connection.execute(text("SET session_replication_role = origin"))
        for name in {"entry", "opening"} & set(rows):
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"))


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row of the file in the types of a reflected table, which are each database's own."""
    return {name: _value(table.c[name], value) for name, value in row.items()}


def _value(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if value is None or isinstance(kind, types.Boolean):
        return value if value is None else bool(value)
    if isinstance(kind, types.DateTime):
        return clock.parse(value)
    if isinstance(kind, types.Date):
        return clock.parse(value).date()
    if isinstance(kind, types.LargeBinary):
        return bytes.fromhex(value)
    return UUID(value) if isinstance(kind, types.Uuid) else value


def test_an_older_database_comes_up_whole(new: Engine, old: Rows) -> None:
    with new.connect() as connection:
        assert not compare_metadata(MigrationContext.configure(connection), db.metadata())
        counts = {
            name: connection.scalar(select(func.count()).select_from(db.metadata().tables[name])) for name in old
        }
    assert counts == {name: len(rows) for name, rows in old.items()}


def test_everybody_finds_their_plan_as_it_was(new: Engine, old: Rows) -> None:
    names = {row["id"]: row["name"] for row in old["person"]}
    for cover in old["plan"]:
        with access.view(UUID(cover["citizen_id"])) as view:
            assert (view.plan.citizen_name, view.plan.revision) == (names[cover["citizen_id"]], cover["revision"])
            assert view.plan.municipality_id == access.HOME
            way = journey.way(view)
            assert str(way.next.id if way.next else None) == str(_id(cover.get("next_step_id")))
            assert {member.person_id.hex for member in view.everybody} == {
                row["person_id"] for row in old["membership"] if row["plan_id"] == cover["id"]
            }
            journey.story(view)


def test_every_meeting_stands_as_it_did_and_what_was_only_planned_is_agreed(new: Engine, old: Rows) -> None:
    for cover in old["plan"]:
        with access.view(UUID(cover["citizen_id"])) as view:
            found = {each.id.hex: each for each in meeting.every(view)}
        was = {row["id"]: row for row in old["meeting"] if row["plan_id"] == cover["id"]}
        assert set(found) == set(was)
        for key, row in was.items():
            assert (found[key].state, found[key].sequence) == (row.get("state", "agreed"), row.get("sequence", 0))
            assert list(found[key].people) == (row.get("people") or _names(old, key))
            points = {point["text_id"] for point in old["agenda_point"] if point["meeting_id"] == key}
            assert {point.text_id.hex for point in found[key].agenda} == points


def _names(old: Rows, meeting: str) -> list[str]:
    """Who comes, in the order of the list."""
    rows = [row for row in old["attendance"] if row["meeting_id"] == meeting and row["answer"] == "coming"]
    return [row["name"] for row in sorted(rows, key=lambda row: row["position"])]


def test_what_was_kept_stays_locked_and_who_kept_nothing_yet_may(new: Engine, old: Rows) -> None:
    keepers = {row["citizen_id"] for row in old.get("keepsake", [])}
    for keeper in keepers:
        with pytest.raises(Locked), own.reading(UUID(keeper)) as mine:
            assert [mine.every(kind) for kind in KINDS] == []  # the key lies in no backup of the data
    citizen = UUID(next(row["citizen_id"] for row in old["plan"] if row["citizen_id"] not in keepers))
    with own.writing(citizen) as mine:
        assert [mine.every(kind) for kind in KINDS] == [[]] * len(KINDS)
        mine.keep("strength", {"text": "kage"})
    with own.reading(citizen) as mine:
        assert [each.content["text"] for each in mine.every("strength")] == ["kage"]
    vault.destroy(citizen)


def test_a_call_can_be_about_what_is_new_and_about_nothing_else(new: Engine, old: Rows) -> None:
    cover = old["plan"][0]
    asked = dialogue.call(UUID(cover["citizen_id"]), UUID(cover["id"]), dialogue.NewCall(topic="letter"))
    with access.view(UUID(cover["citizen_id"])) as view:
        assert dialogue.thread(view, asked.subject_id).topic == "letter"
    for change in ("topic = 'weather'", "state = 'lost'", "since = NULL", "promised = NULL"):
        with pytest.raises(IntegrityError), db.writing() as session:
            session.execute(text(f"UPDATE thread SET {change} WHERE state = 'open'"))


def test_a_plan_that_came_up_goes_on(new: Engine, old: Rows) -> None:
    person = access.person(UUID(old["plan"][0]["citizen_id"]))
    assert person
    with access.view(person.id) as view:
        plan, before = view.plan.id, view.plan.revision
    journey.choose_token(person.id, plan, "mountain")
    with access.view(person.id) as view:
        assert (view.plan.revision, view.plan.token) == (before + 1, "mountain")
    document, _ = exchange.take_out(plan)
    assert document["citizen"]["token"] == "mountain"


def test_the_upgraded_tables_still_refuse_what_they_must(new: Engine, old: Rows) -> None:
    """SQLite builds tables anew when they change: no check, no link and no "only one" may be lost on the way."""
    plan, citizen = old["plan"][0]["id"], old["plan"][0]["citizen_id"]
    refused = (
        "UPDATE person SET kind = 'king'",
        "UPDATE membership SET relation = 'contact'",
        "UPDATE membership SET relation = 'mentor'",
        "UPDATE plan SET municipality_id = 'elsewhere'",
        f"UPDATE plan SET next_step_id = '{citizen}' WHERE id = '{plan}'",
        "UPDATE text SET body = NULL WHERE body IS NOT NULL",
        "UPDATE text SET lang = NULL WHERE body IS NOT NULL",
        "UPDATE person SET number_hash = 'x'",
        "UPDATE meeting SET mode = 'zoom'",
        "UPDATE meeting SET state = 'forgotten'",
        "UPDATE meeting SET state = 'offered'",
        "UPDATE meeting SET state = 'closed'",
        "UPDATE meeting SET ends = starts",
        f"UPDATE meeting SET plan_id = '{citizen}'",
        f"UPDATE agenda_point SET from_id = '{citizen}'",
        "UPDATE agenda_point SET outcome = 'lost'",
        "UPDATE attendance SET answer = 'maybe'",
        "UPDATE entry SET audience = 'nobody'",
        f"INSERT INTO keepsake (id, citizen_id, kind, content) VALUES ('{plan}', '{citizen}', 'score', '')",
        f"INSERT INTO keepsake (id, citizen_id, kind, content) VALUES ('{plan}', '{plan}', 'worry', '')",
        f"INSERT INTO sense (step_id, plan_id, answer, at) VALUES ('{plan}', '{plan}', 'yes', '2026-11-23')",
        f"INSERT INTO leaning (plan_id, offer, answer, at) VALUES ('{plan}', 'bike', 'never', '2026-11-23')",
        f"INSERT INTO builds_on (step_id, plan_id, keepsake_id) VALUES ('{citizen}', '{plan}', '{plan}')",
        "INSERT INTO in_case (plan_id, subject_id, municipality_id, type, text_id, at) "
        f"SELECT '{plan}', '{plan}', 'home', 'feeling', horizon_id, '2026-11-23' FROM plan WHERE id = '{plan}'",
        f"INSERT INTO pending (plan_id, revision) VALUES ('{plan}', -1)",
    )
    for statement in refused:
        with pytest.raises(IntegrityError), db.writing() as session:
            session.execute(text(statement))


def _id(value: str | None) -> UUID | None:
    return UUID(value) if value else None
