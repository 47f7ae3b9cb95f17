"""What goes wrong on our side with one webhook ends no worker and holds up no other webhook."""

import logging
from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from cast import Plan
from receiving import receiving, until
from systems_plan import agreed

from minplan import clock, config, logs, office, sync
from minplan.access import HOME
from minplan.errors import Busy
from minplan.sync import hooks
from minplan.sync.actions import delivering, telling


def _system(code: str) -> sync.Caller:
    new = sync.NewSystem(code=code, name=code.title(), scopes=sync.SCOPES)
    return sync.by_key(str(sync.add_system(office.operator(HOME), new)[1]))


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Event:
    """While it is not set, whatever is carried for the system `daarlig` goes wrong."""
    mended, carry = Event(), telling.carry

    def carried(hook: Any, *rest: Any) -> Any:
        if hook.caller.code == "daarlig" and not mended.is_set():
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
