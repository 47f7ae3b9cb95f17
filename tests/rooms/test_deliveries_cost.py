"""What goes out now is found at the same price, however many wait behind it and however many are settled."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from cast import Plan
from counting import selects
from sqlalchemy import Engine, event, insert, text, update

from minplan import clock, db, office, sync
from minplan.access import HOME
from minplan.sync.store import deliveries
from minplan.sync.webhook import Delivery, Webhook

_delivery = Delivery.__table__  # type: ignore[attr-defined]
_hook = Webhook.__table__  # type: ignore[attr-defined]
PLANS = 7


@pytest.fixture
def webhook(amira: Plan, database: Engine) -> Any:
    """One on each database."""
    _, key = sync.add_system(office.operator(HOME), sync.NewSystem(code="fagsystem", name="F", scopes=sync.SCOPES))
    row = {"id": uuid4(), "municipality_id": HOME, "system_id": sync.by_key(key or "").person_id, "url": "https://x.dk"}
    with db.writing() as session:
        session.execute(insert(_hook), [row | {"state": "on", "generation": 1, "told": 0, "made_at": clock.now()}])
    return row["id"]


def waits(webhook: Any, first: int, many: int, settled: bool = False) -> None:
    """So many from this number on, of some plans by turns; or long settled."""
    now, plans = clock.now(), [uuid4() for _ in range(PLANS)]
    over = {"state": "delivered", "settled_at": now} if settled else {"state": "waiting", "settled_at": None}
    same = {"webhook_id": webhook, "tells": "updated", "attempts": 0, "next_at": now, "made_at": now, **over}
    rows = [same | {"id": uuid4(), "number": first + at, "plan_id": plans[at % PLANS]} for at in range(many)]
    with db.writing() as session:
        session.execute(insert(_delivery), rows)


def claim(webhook: Any, most: int = 100) -> list[Any]:
    return deliveries.claim(webhook, clock.now(), clock.now() + timedelta(seconds=40), most)


def go(webhook: Any) -> None:
    """All of it is settled."""
    with db.writing() as session:
        theirs = update(_delivery).where(_delivery.c.webhook_id == webhook)
        session.execute(theirs.values(state="delivered", settled_at=clock.now()))


def test_a_long_line_costs_no_more_than_a_short_one(webhook: Any, database: Engine) -> None:
    waits(webhook, 1, 3000, settled=True)
    counts = []
    for first, many in ((10_000, 150), (20_000, 3000)):
        waits(webhook, first, many)
        with selects(database) as told:
            found = claim(webhook)
        assert [row.number for row in found] == list(range(first, first + 100))
        counts.append(len(told))
        go(webhook)
    assert counts[0] == counts[1], counts


def test_no_stretch_is_looked_at_twice_or_left_out(webhook: Any) -> None:
    """Where one plan waits for its time all of it waits; the others go out in order, and nothing overtakes."""
    waits(webhook, 1, 3 * deliveries.STRETCH)
    with db.writing() as session:
        later = clock.now() + timedelta(hours=1)
        session.execute(update(_delivery).where(_delivery.c.number == 3).values(next_at=later))
    found = claim(webhook, 10_000)
    numbers = [row.number for row in found]
    held = {number for number in range(1, 3 * deliveries.STRETCH + 1) if (number - 3) % PLANS == 0}
    assert numbers == [number for number in range(1, 3 * deliveries.STRETCH + 1) if number not in held]
    assert claim(webhook) == [], "they are in somebody's hands"


def test_what_is_settled_is_not_gone_through(webhook: Any, database: Engine) -> None:
    waits(webhook, 1, 5000, settled=True)
    waits(webhook, 9000, 20)
    with database.connect() as connection:
        connection.execute(text("ANALYZE delivery"))
        connection.commit()
    asked = list[tuple[str, Any]]()

    def ask(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(database, "before_cursor_execute", ask)
    assert len(claim(webhook)) == 20
    event.remove(database, "before_cursor_execute", ask)
    stretches = [(sent, values) for sent, values in asked if sent.startswith("SELECT") and "LIMIT" in sent]
    begins = "EXPLAIN QUERY PLAN" if database.dialect.name == "sqlite" else "EXPLAIN"
    with db.reading() as connection:
        plans = [str(list(connection.exec_driver_sql(f"{begins} {sent}", values))) for sent, values in stretches]
    assert plans and all("delivery_unsettled" in plan for plan in plans), plans
