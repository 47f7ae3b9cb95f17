"""Webhooks are told by turns: whoever answers slowly, or has much to hear, is in nobody's way for long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event, Semaphore
from time import sleep
from typing import Any

import pytest
from cast import Plan
from receiving import Receiver, receiving, until
from systems_plan import agreed

from minplan import config, office, sync
from minplan.access import HOME
from minplan.sync import hooks
from minplan.sync.actions import delivering, posting, telling


def system(code: str) -> sync.Caller:
    by = office.operator(HOME)
    sync.add_system(by, sync.NewSystem(code=code, name=code, scopes=sync.SCOPES))
    return hooks.as_system(by, code)


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """A receiver that the house may send to."""
    with receiving() as found, _listed(monkeypatch, found):
        yield found


@pytest.fixture
def other(one: Receiver, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """Another."""
    with receiving() as found, _listed(monkeypatch, one, found):
        yield found


@contextmanager
def _listed(monkeypatch: pytest.MonkeyPatch, *receivers: Receiver) -> Iterator[None]:
    hosts = tuple(each.host for each in receivers)
    found = replace(config.settings(), webhook_hosts=hosts, public_url="https://plan.example.dk")
    monkeypatch.setattr(config, "settings", lambda: found)
    yield


def hooked(receiver: Receiver, code: str, many: int) -> None:
    """So many webhooks of a new system there."""
    caller = system(code)
    for number in range(many):
        hooks.add_webhook(caller, f"{receiver.url}/{code}/{number}")


@contextmanager
def working() -> Iterator[hooks.Telling]:
    """A worker that looks again and again, and is told to stop at the end."""
    stop = Event()
    with hooks.Telling(stop, lambda _: None) as worker:
        worker.go_on()
        yield worker
        stop.set()


def test_a_system_whose_receivers_do_not_answer_holds_up_no_other(
    amira: Plan, one: Receiver, other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "PAUSE", 0.05)
    sync.sequence()
    free = Event()
    one.answers = lambda _: free.wait(60) and 204
    hooked(one, "daarlig", 10)
    agreed(amira)
    with working():
        until(lambda: len(one.got) >= telling.SHARE)
        hooked(other, "god", 1)
        agreed(amira, "Ring")
        until(lambda: len(other.got) > 0)
        held = len(one.got)
        free.set()
        until(lambda: len(one.got) > 30)
    assert held == telling.SHARE


def test_many_systems_that_answer_slowly_take_turns_with_the_others(
    amira: Plan, one: Receiver, other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those before it in the queue answer once; what else waits for them waits."""
    monkeypatch.setattr(telling, "TURN", 0.0001)
    sync.sequence()
    answers, answered = Semaphore(0), list[bool]()
    one.answers = lambda _: answers.acquire(timeout=60) and 204
    for code in ("en", "to", "tre"):
        hooked(one, code, 4)
    for number in range(4):
        agreed(amira, f"Nr. {number}")
    with hooks.Telling(Event(), lambda _: None) as worker:
        worker.look()
        until(lambda: len(one.got) == telling.THREADS)
        hooked(other, "god", 1)
        agreed(amira, "Ring")
        worker.look()
        while not other.got:
            answered.append(True)
            answers.release()
            until(lambda: bool(other.got) or len(one.got) == len(answered) + telling.THREADS)
        answers.release(1000)
    assert len(answered) < telling.THREADS, "twelve have six each to hear"
    assert len(one.got) == 12 * 7


def test_whoever_has_much_to_hear_gives_the_others_a_turn_after_each_lot(
    amira: Plan, one: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "THREADS", 1)
    monkeypatch.setattr(delivering, "LOT", 2)
    sync.sequence()
    for code in ("en", "to"):
        hooked(one, code, 1)
    for number in range(4):
        agreed(amira, f"Nr. {number}")
    with hooks.Telling(Event(), lambda _: None) as worker:
        worker.look()
    told = [got.path.split("/")[2] for got in one.got]
    assert told == told[:4] * 3 and len(set(told[:2])) == len(set(told[2:4])) == 1 and told[0] != told[2]


def test_whoever_gives_its_turn_back_stays_on_the_line(
    amira: Plan, one: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = list[Any]()
    monkeypatch.setattr(delivering, "LOT", 2)
    monkeypatch.setattr(posting, "_connection", _counted(opened, posting._connection))
    sync.sequence()
    hooked(one, "en", 1)
    for number in range(10):
        agreed(amira, f"Nr. {number}")
    with hooks.Telling(Event(), lambda _: None) as worker:
        worker.look()
    assert len(one.got) == 12 and len(opened) == 1


def _counted(opened: list[Any], make: Callable[..., Any]) -> Callable[..., Any]:
    def made(place: Any) -> Any:
        opened.append(place)
        return make(place)

    return made


def test_what_a_turn_had_no_time_for_is_given_back(amira: Plan, one: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two on one thread, each told one at a time: everything once and in order."""
    monkeypatch.setattr(telling, "THREADS", 1)
    monkeypatch.setattr(telling, "TURN", 0.01)
    sync.sequence()
    one.answers = lambda _: sleep(0.02) or 204  # type: ignore[func-returns-value]
    for code in ("en", "to"):
        hooked(one, code, 1)
    for number in range(3):
        agreed(amira, f"Nr. {number}")
    with hooks.Telling(Event(), lambda _: None) as worker:
        worker.look()
    told = {code: [got.event["subject"] for got in one.got if f"/{code}/" in got.path] for code in ("en", "to")}
    assert told["en"] == told["to"] and len(set(told["en"])) == 5
    codes = [got.path.split("/")[2] for got in one.got]
    assert codes == codes[:2] * 5 and codes[0] != codes[1]
