"""What goes wrong on our side with one webhook ends no worker and holds up no other webhook."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from cast import Plan
from receiving import Receiver, receiving, until
from sqlalchemy import select, update
from systems_plan import agreed

from minplan import access, clock, config, db, logs, office, sync
from minplan.access import HOME
from minplan.errors import Busy
from minplan.sync import event, hooks
from minplan.sync.actions import delivering, telling
from minplan.sync.actions.making_out import make_out
from minplan.sync.store import webhooks
from minplan.sync.webhook import Delivery

_delivery = Delivery.__table__  # type: ignore[attr-defined]


def _system(code: str) -> sync.Caller:
    new = sync.NewSystem(code=code, name=code.title(), scopes=sync.SCOPES)
    return sync.by_key(str(sync.add_system(office.operator(HOME), new)[1]))


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Event:
    """While it is not set, whatever is carried for systems whose code begins with `daarlig` goes wrong."""
    mended, carry = Event(), telling.carry

    def carried(hook: Any, *rest: Any) -> Any:
        if hook.caller.code.startswith("daarlig") and not mended.is_set():
            raise ZeroDivisionError("Hemmelige ord")
        return carry(hook, *rest)

    monkeypatch.setattr(telling, "carry", carried)
    monkeypatch.setattr(telling, "REST", 0.05)
    monkeypatch.setattr(telling, "PAUSE", 0.05)
    return mended


def test_the_others_hear_meanwhile_and_it_is_tried_again(
    amira: Plan, broken: Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sync.sequence()
    with receiving() as good, receiving() as bad, caplog.at_level(logging.ERROR, "minplan.webhooks"):
        both = replace(config.settings(), webhook_hosts=(good.host, bad.host), public_url="https://plan.example.dk")
        monkeypatch.setattr(config, "settings", lambda: both)
        hooks.add_webhook(_system("daarlig"), bad.url)
        hooks.add_webhook(_system("god"), good.url)
        agreed(amira)
        stop = Event()
        with hooks.Telling(stop, lambda _: None) as worker:
            worker.go_on()
            until(lambda: len(good.got) >= 3)
            until(lambda: any(each.name == "minplan.webhooks" for each in caplog.records))
            assert not stop.is_set() and bad.got == []
            heard = len(good.got)
            agreed(amira, "Mere")
            until(lambda: len(good.got) > heard)
            broken.set()
            clock.start(clock.now() + delivering.LEASE)  # until then what it had in its hands is its own
            until(lambda: len(bad.got) > 3)
            stop.set()
    line = logs.Lines().format(next(each for each in caplog.records if each.name == "minplan.webhooks"))
    assert "ZeroDivisionError" in line and "Hemmelige" not in line


def test_many_that_rest_keep_no_thread_from_the_others(
    amira: Plan, broken: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "REST", 600)
    sync.sequence()
    with receiving() as good:
        found = replace(config.settings(), webhook_hosts=(good.host,), public_url="https://plan.example.dk")
        monkeypatch.setattr(config, "settings", lambda: found)
        for code in ("daarlig", "daarlig-to", "daarlig-tre"):
            caller = _system(code)
            for number in range(5):
                hooks.add_webhook(caller, f"{good.url}/{number}")
        agreed(amira)
        stop, god = Event(), _system("god")
        with hooks.Telling(stop, lambda _: None) as worker:
            worker.go_on()
            until(lambda: sum(row.attempts for row in _log()) == 15)
            hooks.add_webhook(god, good.url)
            for number in range(3):
                heard = len(good.got)
                agreed(amira, f"Nr. {number}")
                until(lambda heard=heard: len(good.got) > heard)  # type: ignore[misc]
            stop.set()
    assert sum(row.attempts for row in _log() if row.state == "waiting") == 15, "each was tried once, and rests"


@pytest.fixture
def poisoned(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """Of three events that wait for a webhook the second, about a milestone, always goes wrong; the third is about
    another plan."""
    made = event.event

    def written(row: Any, *rest: Any) -> bytes:
        if row.type == "milestone":
            raise ZeroDivisionError
        return made(row, *rest)

    monkeypatch.setattr(event, "event", written)
    sync.sequence()
    with receiving() as found:
        hosts = replace(config.settings(), webhook_hosts=(found.host,), public_url="https://plan.example.dk")
        monkeypatch.setattr(config, "settings", lambda: hosts)
        hooks.add_webhook(_system("fagsystem"), found.url)
        agreed(amira)
        sync.sequence()
        make_out(webhooks.calling()[0])
        with db.writing() as session:
            other = select(access.Plan.id).where(access.Plan.citizen_id == amira.dorte).scalar_subquery()  # type: ignore[call-overload]
            session.execute(update(_delivery).where(_delivery.c.id == _log()[2].id).values(plan_id=other))
        yield found


def _log() -> list[Any]:
    with db.reading() as connection:
        return list(connection.execute(select(_delivery).order_by(_delivery.c.number)))


def _look() -> list[hooks.Trouble]:
    """What the worker says aloud, whatever goes wrong."""
    said = list[hooks.Trouble]()
    with suppress(ZeroDivisionError), hooks.Telling(Event(), said.append) as worker:
        worker.look()
    return said


def test_an_event_that_always_goes_wrong_holds_up_no_other_and_is_given_up(amira: Plan, poisoned: Receiver) -> None:
    _look()
    clock.start(clock.now() + timedelta(seconds=2))
    assert _look() == []
    states = [(row.state, row.attempts, row.problem) for row in _log()]
    assert states == [("delivered", 1, None), ("waiting", 1, "fault_in_minplan"), ("delivered", 1, None)]
    told = list[hooks.Trouble]()
    for _ in range(9):
        assert told == []
        clock.start(clock.now() + timedelta(hours=30))
        told = _look()
    assert [each.given_up for each in told] == [1] and len(poisoned.got) == 3
    assert [(row.state, row.problem) for row in _log()][1] == ("given_up", "fault_in_minplan")
    agreed(amira, "Ring")
    assert _look() == [] and [row.state for row in _log()][3:] == ["delivered"]


def test_who_looks_once_says_at_the_end_that_it_went_wrong(
    amira: Plan, broken: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync.sequence()
    with receiving() as good, receiving() as bad:
        both = replace(config.settings(), webhook_hosts=(good.host, bad.host), public_url="https://plan.example.dk")
        monkeypatch.setattr(config, "settings", lambda: both)
        hooks.add_webhook(_system("daarlig"), bad.url)
        hooks.add_webhook(_system("god"), good.url)
        agreed(amira)
        with pytest.raises(ZeroDivisionError), hooks.Telling(Event(), lambda _: None) as worker:
            worker.look()
        assert len(good.got) == 3 and bad.got == []


def test_who_writes_for_long_ends_no_worker(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    looks, put = list[int](), telling.sequence

    def held_up_at_first() -> None:
        looks.append(1)
        if len(looks) == 1:
            raise Busy
        put()

    monkeypatch.setattr(telling, "sequence", held_up_at_first)
    monkeypatch.setattr(telling, "PAUSE", 0.01)
    stop = Event()
    with hooks.Telling(stop, lambda _: None) as worker:
        worker.go_on()
        until(lambda: len(looks) > 1)
        assert not stop.is_set()
        stop.set()
