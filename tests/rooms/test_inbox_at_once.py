"""The same messages from several at once, and a process that dies among them: each has its effect once."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from typing import Any

import pytest
from cast import Plan
from sqlalchemy import Engine, func, select

from minplan import db, office, sync
from minplan.access import HOME
from minplan.journey.proposal import Proposal
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.shapes import Messages

_row = InboxMessage.__table__  # type: ignore[attr-defined]
_proposal = Proposal.__table__  # type: ignore[attr-defined]
_SEND = """
import json, sys
from minplan import sync
from minplan.sync.shapes import Messages
print(sync.receive(sync.by_key(sys.argv[1]), Messages.model_validate(json.load(sys.stdin))))
"""


@pytest.fixture
def key(amira: Plan) -> str:
    """What the system shows."""
    new = sync.NewSystem(code="fagsystem", name="Fagsystem", scopes=sync.SCOPES)
    return str(sync.add_system(office.operator(HOME), new)[1])


def goal(amira: Plan, at: int = 1, version: int = 1) -> dict[str, Any]:
    return {"id": f"m-{at}-{version}", "type": "goal", "subject": f"g-{at}", "plan": str(amira.id), "version": version,
            "data": {"title": {"text": f"Et job {version}"}, "track": "work"}}  # fmt: skip


def at_once(key: str, sent: list[list[dict[str, Any]]]) -> list[list[str]]:
    """What became of each of these requests, sent by as many threads at the same moment."""
    caller, met = sync.by_key(key), Barrier(len(sent))

    def one(messages: list[dict[str, Any]]) -> list[str]:
        met.wait(10)
        items = sync.receive(caller, Messages.model_validate({"messages": messages})).items
        return [each.outcome for each in items]

    with ThreadPoolExecutor(len(sent)) as threads:
        return list(threads.map(one, sent))


def suggested() -> list[str]:
    """The goals that lie before the citizen."""
    with db.reading() as connection:
        found = connection.execute(select(_proposal.c.id).where(_proposal.c.status == "open"))
        return [str(each) for each in found.scalars()]


def test_the_same_from_eight_is_one(key: str, amira: Plan) -> None:
    found = sorted(outcome for [outcome] in at_once(key, [[goal(amira)]] * 8))
    assert found == ["done"] + ["twice"] * 7
    assert len(suggested()) == 1


def test_the_same_id_about_eight_things_is_one(key: str, amira: Plan) -> None:
    sent = [goal(amira) | {"subject": f"g-{at}"} for at in range(8)]
    found = sorted(outcome for [outcome] in at_once(key, [[each] for each in sent]))
    assert found == ["done"] + ["twice"] * 7
    assert len(suggested()) == 1 == _count()


def test_of_eight_versions_the_newest_stands(key: str, amira: Plan) -> None:
    found = at_once(key, [[goal(amira, version=version)] for version in range(1, 9)])
    assert {outcome for [outcome] in found} <= {"done", "older"} and found[-1] == ["done"]
    caller, [one] = sync.by_key(key), suggested()
    stands: Any = sync.one_by_ref(caller, amira.id, "goal", "fagsystem", "g-1")
    assert one and stands.title.text == "Et job 8"


def test_what_waits_is_not_forgotten_by_whoever_brings_it(key: str, amira: Plan) -> None:
    contact = {"system": "fagsystem", "id": "w-{}"}
    for turn in range(5):
        worker = {"id": f"w-{turn}", "type": "caseworker", "subject": f"w-{turn}", "version": 1,
                  "data": {"name": "Bodil", "email": f"b{turn}@kommune.example"}}  # fmt: skip
        person = {"id": f"c-{turn}", "type": "citizen", "subject": f"b-{turn}", "version": 1,
                  "data": {"name": "Karin", "contact": contact | {"id": f"w-{turn}"}}}  # fmt: skip
        at_once(key, [[person], [worker]])
    with db.reading() as connection:
        assert set(connection.execute(select(_row.c.state)).scalars()) == {"done"}


@pytest.mark.slow
def test_who_died_on_the_way_sends_again(key: str, amira: Plan, database: Engine) -> None:
    sent = json.dumps({"messages": [goal(amira, at) for at in range(60)]})
    url = database.url.render_as_string(hide_password=False)
    environ = os.environ | {"DATABASE_URL": url}
    process = subprocess.Popen([sys.executable, "-c", _SEND, key], env=environ, stdin=-1, stdout=-3, text=True)
    assert process.stdin
    process.stdin.write(sent)
    process.stdin.close()
    while (come := _count()) < 5:
        assert process.poll() is None
        sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    assert come <= _count() < 60
    every = [goal(amira, at) for at in range(60)]
    outcomes = [each.outcome for each in sync.receive(sync.by_key(key), Messages(messages=every)).items]
    assert outcomes.count("twice") >= 5 and set(outcomes) == {"twice", "done"}
    assert len(suggested()) == 60 == _count()


def _count() -> int:
    with db.reading() as connection:
        return connection.execute(select(func.count()).select_from(_row)).scalar() or 0
