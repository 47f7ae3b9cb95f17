"""A page of the feed costs the same: however many its items and plans are, and however much there is behind it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from cast import Plan
from counting import selects
from followed import line
from sqlalchemy import Engine, event, insert, text

from minplan import clock, db, office, sync
from minplan.access import HOME
from minplan.sync.actions.sequencing import sequence
from minplan.sync.caller import Caller
from minplan.sync.feed_item import FeedItem
from minplan.sync.read.changes import changes
from minplan.sync.shapes import Following

_item = FeedItem.__table__  # type: ignore[attr-defined]


@pytest.fixture
def caller(amira: Plan) -> Caller:
    """A system that has been here this hour, so that nothing is written down."""
    _, key = sync.add_system(office.operator(HOME), sync.NewSystem(code="fagsystem", name="F", scopes=sync.SCOPES))
    return sync.by_key(key or "")


def test_many_plans_cost_no_more_selects_than_one(caller: Caller, amira: Plan, database: Engine) -> None:
    counts = []
    for plans, times in ((1, 1), (6, 9)):
        lines = [line(amira.bo, f"Borger {plans} {number}") for number in range(plans)]
        begun = changes(caller, Following()).next
        for one in lines:
            for _ in range(times):
                one.change()
        changes(caller, Following(after=begun))
        with selects(database) as told:
            found = changes(caller, Following(after=begun, limit=200))
        assert len(found.items) == plans * times and all(each.data for each in found.items)
        counts.append(len(told))
    assert counts[0] == counts[1] < 20


def test_whatever_is_asked_of_the_feed_is_found_by_an_index(caller: Caller, amira: Plan, database: Engine) -> None:
    """Never by going through the feed or the journal; and there is nothing that counts."""
    _much(amira)
    after = changes(caller, Following()).next
    line(amira.bo, "Dorte")
    with _asked(database) as told:
        assert changes(caller, Following(after=after, types="step,goal")).items
    asked = [(each, values) for each, values in told if "feed_item" in each or "pending" in each]
    plans = {each: _plan(database, each, values) for each, values in asked if each.startswith("SELECT")}
    assert len(plans) >= 4 and not [each for each in plans if "count(" in each.lower()]
    for each, plan in plans.items():
        assert not re.search("SCAN (feed_item|entry)|Seq Scan on (feed_item|entry)", plan), f"{each}\n{plan}"


@contextmanager
def _asked(database: Engine) -> Iterator[list[tuple[str, Any]]]:
    """Every statement that is sent, with its values."""
    told: list[tuple[str, Any]] = []

    def tell(_connection: object, _cursor: object, statement: str, values: Any, *_rest: object) -> None:
        told.append((statement, values))

    event.listen(database, "before_cursor_execute", tell)
    yield told
    event.remove(database, "before_cursor_execute", tell)


def _plan(database: Engine, statement: str, values: Any) -> str:
    """How the database goes about it. On PostgreSQL a table of one page is read whole, whatever there is beside it."""
    begins = "EXPLAIN QUERY PLAN" if database.dialect.name == "sqlite" else "EXPLAIN"
    with db.reading() as connection:
        if database.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        return "\n".join(str(tuple(row)) for row in connection.exec_driver_sql(f"{begins} {statement}", values))


def _much(amira: Plan) -> None:
    sequence()
    same = {"municipality_id": HOME, "plan_id": amira.id, "revision": 1, "type": "step", "subject_id": amira.step}
    row = same | {"what": "updated", "verb": "start", "at": clock.now()}
    with db.writing() as session:
        session.execute(insert(_item), [row | {"number": number} for number in range(1, 20_001)])
    with db.engine().connect() as connection:
        connection.execute(text("ANALYZE feed_item"))
        connection.commit()
