"""Eight slow writers, several who number, and one who reads all the while: nothing is lost, nothing comes twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from threading import Thread
from time import sleep
from typing import Any
from uuid import UUID, uuid5

import pytest
from cast import Plan
from counting import selects
from followed import ByNumber, Line, Meanwhile, line, write_late
from sqlalchemy import Engine, func, select

from minplan import access, db, office, sync
from minplan.access import HOME
from minplan.journal import Pending
from minplan.sync.actions.sequencing import sequence
from minplan.sync.feed_item import FeedItem
from minplan.sync.read.changes import changes
from minplan.sync.shapes import Change, Following

WRITERS, TIMES = 8, 60
_item = FeedItem.__table__  # type: ignore[attr-defined]
# A process that numbers a few at a time, so that there is a middle in which it can die.
_NUMBER = """
from minplan.sync.actions import sequencing
sequencing.BATCH = 3
sequencing.sequence()
"""


class Follower:
    """A system that asks again and again for what came after what it has."""

    def __init__(self) -> None:
        new = sync.NewSystem(code="fagsystem", name="Fagsystem", scopes=sync.SCOPES)
        _, key = sync.add_system(office.operator(HOME), new)
        assert key
        self._caller = sync.by_key(key)
        self._after = changes(self._caller, Following()).next
        self.seen: list[Change] = []

    def __call__(self) -> None:
        more = True
        while more:
            found = changes(self._caller, Following(after=self._after, limit=200))
            self.seen += found.items
            self._after, more = found.next, found.more


@pytest.fixture
def lines(amira: Plan) -> list[Line]:
    """Eight plans, of which everything is told."""
    found = [line(amira.bo, f"Borger {number}") for number in range(WRITERS)]
    sequence()
    return found


def rows() -> list[Any]:
    with db.reading() as connection:
        return list(connection.execute(select(_item).order_by(_item.c.number)))


def whole_and_in_order(before: int, lines: list[Line], times: int) -> None:
    """Each change has one number behind `before`, without a gap, and each plan's come in the order of its changes."""
    new = [row for row in rows() if row.number > before]
    assert [row.number for row in new] == list(range(before + 1, before + 1 + len(lines) * times))
    by_plan: dict[UUID, list[int]] = {}
    for row in new:
        by_plan.setdefault(row.plan_id, []).append(row.revision)
    assert all(each == sorted(set(each)) and len(each) == times for each in by_plan.values())
    with db.reading() as connection:
        assert connection.execute(select(func.count()).select_from(Pending)).scalar() == 0


@pytest.mark.slow
def test_eight_slow_writers_lose_nothing(lines: list[Line], database: Engine) -> None:
    """On SQLite one waits for the other, so that all together are as late as eight are on PostgreSQL."""
    alone = database.dialect.name == "sqlite"
    before, follower, by_number = rows()[-1].number, Follower(), ByNumber()
    by_number()
    known = len(by_number.seen)
    with Meanwhile(follower, by_number, sequence, sequence) as meanwhile:
        write_late(lines, TIMES, 0.02 / WRITERS if alone else 0.02)
    assert meanwhile.errors == []
    whole_and_in_order(before, lines, TIMES)
    new = [row for row in rows() if row.number > before]
    assert [each.id for each in follower.seen] == [uuid5(row.plan_id, str(row.number)) for row in new]
    lost = WRITERS * TIMES - (len(by_number.seen) - known)
    print(f"by number alone {lost} of {WRITERS * TIMES} are lost")
    assert not (alone and lost)
    assert alone or _lost_by_number(lines) == 1


def _lost_by_number(lines: list[Line]) -> int:
    """How much is missed of two changes by whoever reads by number alone, when the first is committed last."""
    reader = ByNumber()
    reader()
    known = len(reader.seen)
    with access.change(lines[0].contact, lines[0].plan) as change:
        lines[0].number(change)
        for each in (lines[1].change, reader):
            _in_a_thread(each)
    reader()
    return 2 - (len(reader.seen) - known)


def _in_a_thread(do: Callable[[], object]) -> None:
    thread = Thread(target=do)
    thread.start()
    thread.join()


@pytest.mark.slow
def test_who_numbers_may_die_in_the_middle(lines: list[Line], database: Engine) -> None:
    before, times = rows()[-1].number, 40
    for one in lines:
        for _ in range(times):
            one.change()
    died = [_killed(database, before + 30 * turn) for turn in (1, 2, 3)]
    assert any(died), "none was killed in the middle"
    with Meanwhile(sequence, sequence):
        pass
    whole_and_in_order(before, lines, times)


def _killed(database: Engine, at: int) -> bool:
    """Whether a process that numbers was killed while there was more to do."""
    url = database.url.render_as_string(hide_password=False)
    process = subprocess.Popen([sys.executable, "-c", _NUMBER], env={**os.environ, "DATABASE_URL": url})
    while process.poll() is None and rows()[-1].number < at:
        sleep(0.001)
    process.kill()
    process.wait()
    return process.returncode == -signal.SIGKILL and _something_waits()


def _something_waits() -> bool:
    with db.reading() as connection:
        return connection.execute(select(Pending.plan_id).limit(1)).first() is not None  # type: ignore[call-overload]


def test_many_entries_cost_no_more_statements_than_one(lines: list[Line], database: Engine) -> None:
    counts = []
    for some, times in ((lines[:1], 1), (lines, 30)):
        for one in some:
            for _ in range(times):
                one.change()
        with selects(database) as told:
            sequence()
        counts.append(len(told))
    assert counts[0] == counts[1] < 16
