"""A database of each older version, with people and plans in it, comes up whole. Its rows stand in tests/data."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Engine, MetaData, Table, func, select, text, types
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, db, dialogue, exchange, journey, meeting, vault
from minplan.db.migrate import alembic_config, shape, upgrading
from minplan.errors import Locked
from minplan.feelings import own
from minplan.feelings.keepsake import KINDS

DATA = Path(__file__).parents[1] / "data"
Rows = dict[str, list[dict[str, Any]]]
_kept: dict[str, sqlite3.Connection] = {}  # SQLite in each older shape, made once and copied


@pytest.fixture(params=["0001", "0002", "0003", "0004", "0005"])
def old(bare: Engine, request: pytest.FixtureRequest) -> Rows:
    """The rows of an older shape, in a database of that shape."""
    clock.start(clock.parse("2026-11-23"))
    rows: Rows = json.loads((DATA / f"shape_{request.param}.json").read_text("utf-8"))
    if bare.dialect.name != "sqlite" or request.param not in _kept:
        _make(bare, request.param, rows)
    if bare.dialect.name == "sqlite":
        with closing(bare.raw_connection()) as raw:
            _copy(cast(sqlite3.Connection, raw.dbapi_connection), request.param)
    assert shape(bare) == request.param
    return rows


def _make(bare: Engine, number: str, rows: Rows) -> None:
    with upgrading(bare) as connection:
        command.upgrade(alembic_config(connection), number)
    with upgrading(bare) as connection:
        _pour(connection, rows)


def _copy(own: sqlite3.Connection, number: str) -> None:
    if number in _kept:
        _kept[number].backup(own)
    else:
        _kept[number] = sqlite3.connect(":memory:")
        own.backup(_kept[number])


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


def test_an_older_database_comes_up_whole(bare: Engine, old: Rows) -> None:
    db.migrate(bare)
    with bare.connect() as connection:
        assert not compare_metadata(MigrationContext.configure(connection), db.metadata())
        counts = {
            name: connection.scalar(select(func.count()).select_from(db.metadata().tables[name])) for name in old
        }
    assert counts == {name: len(rows) for name, rows in old.items()}


def test_everybody_finds_their_plan_as_it_was(bare: Engine, old: Rows) -> None:
    db.migrate(bare)
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


def test_every_meeting_stands_as_it_did_and_what_was_only_planned_is_agreed(bare: Engine, old: Rows) -> None:
    db.migrate(bare)
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


def test_what_was_kept_stays_locked_and_who_kept_nothing_yet_may(bare: Engine, old: Rows) -> None:
    db.migrate(bare)
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


def test_a_call_can_be_about_what_is_new_and_about_nothing_else(bare: Engine, old: Rows) -> None:
    db.migrate(bare)
    cover = old["plan"][0]
    asked = dialogue.call(UUID(cover["citizen_id"]), UUID(cover["id"]), dialogue.NewCall(topic="letter"))
    with access.view(UUID(cover["citizen_id"])) as view:
        assert dialogue.thread(view, asked.subject_id).topic == "letter"
    for change in ("topic = 'weather'", "state = 'lost'", "since = NULL", "promised = NULL"):
        with pytest.raises(IntegrityError), db.writing() as session:
            session.execute(text(f"UPDATE thread SET {change} WHERE state = 'open'"))


def test_a_plan_that_came_up_goes_on(bare: Engine, old: Rows) -> None:
    db.migrate(bare)
    person = access.person(UUID(old["plan"][0]["citizen_id"]))
    assert person
    with access.view(person.id) as view:
        plan, before = view.plan.id, view.plan.revision
    journey.choose_token(person.id, plan, "mountain")
    with access.view(person.id) as view:
        assert (view.plan.revision, view.plan.token) == (before + 1, "mountain")
    document, _ = exchange.take_out(plan)
    assert document["citizen"]["token"] == "mountain"


def test_the_upgraded_tables_still_refuse_what_they_must(bare: Engine, old: Rows) -> None:
    """SQLite builds tables anew when they change: no check, no link and no "only one" may be lost on the way."""
    db.migrate(bare)
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
