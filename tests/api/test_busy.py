"""While others write for longer than anybody waits, a system hears that it may ask again; nothing is half done."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from cast import Plan
from sqlalchemy import Engine, event
from systems import Machine

from minplan import db


@pytest.fixture
def impatient(sqlite: Engine) -> Iterator[Engine]:
    """The database of this test, where nobody waits for long."""
    found = db.open_engine(str(sqlite.url))
    event.listen(found, "connect", lambda connection, _record: connection.execute("PRAGMA busy_timeout=20"))
    db.use(found)
    yield found
    found.dispose()


def test_a_message_that_finds_no_room_may_be_sent_again(amira: Plan, machine: Machine, impatient: Engine) -> None:
    goal = {"title": {"text": "Et job"}, "track": "work"}
    message = {"id": "m", "type": "goal", "subject": "g", "plan": str(amira.id), "version": 1, "data": goal}
    assert machine.get("/inbox").json == {"items": [], "next": None}
    with closing(sqlite3.connect(str(impatient.url.database), isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        answer = machine.ask("POST", "/inbox", {"messages": [message]})
        assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
        assert answer.json and answer.json["type"].endswith("/unavailable") and int(answer.headers["Retry-After"]) > 0
    found = machine.ask("POST", "/inbox", {"messages": [message]}).json
    assert found and found["items"][0]["outcome"] == "done"
