"""A page of the feed costs the same: however many its items and plans are, and however much there is behind it."""

import pytest
from cast import Plan
from counting import selects
from followed import line
from sqlalchemy import Engine, insert, text

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


def test_what_lies_behind_a_place_is_found_by_its_number(caller: Caller, amira: Plan, database: Engine) -> None:
    """Never by looking through all of it; and there is nothing that counts."""
    _much(amira)
    after = changes(caller, Following()).next
    with selects(database) as told:
        changes(caller, Following(after=after))
    asked = [each for each in told if "feed_item" in each]
    assert asked and not [each for each in asked if "count(" in each.lower()]
    begins = "EXPLAIN QUERY PLAN " if database.dialect.name == "sqlite" else "EXPLAIN "
    with db.reading() as connection:
        found = begins + (
            "SELECT * FROM feed_item WHERE municipality_id = 'home' AND number > 19000 AND number <= 24000 "
            "AND type IN ('step', 'goal') AND (by_id IS NULL OR by_id <> :me) ORDER BY number LIMIT 200"
        )
        plan = "\n".join(str(tuple(row)) for row in connection.execute(text(found), {"me": str(caller.person_id)}))
    assert "feed_item_of_municipality" in plan or "feed_item_pkey" in plan or "INTEGER PRIMARY KEY" in plan, plan
    assert "Seq Scan" not in plan and "SCAN feed_item\n" not in f"{plan}\n" and "TEMP B-TREE" not in plan, plan


def _much(amira: Plan) -> None:
    sequence()
    same = {"municipality_id": HOME, "plan_id": amira.id, "revision": 1, "type": "step", "subject_id": amira.step}
    row = same | {"what": "updated", "verb": "start", "at": clock.now()}
    with db.writing() as session:
        session.execute(insert(_item), [row | {"number": number} for number in range(1, 20_001)])
    with db.engine().connect() as connection:
        connection.execute(text("ANALYZE feed_item"))
        connection.commit()
