"""What is new is told to whoever asked to be told: signed, in order, at least once, and whatever the receiver does."""

import json
import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from consenting import give, works_in
from props import row
from receiving import Receiver, receiving, until
from sqlalchemy import select
from standardwebhooks import Webhook as Verifier
from systems_plan import agreed, shown

from minplan import clock, config, db, journey, office, own_data, sharing, sync
from minplan.access import HOME, TRACKS
from minplan.journey.step import Step
from minplan.sync import hooks
from minplan.sync.actions import posting
from minplan.sync.actions.delivering import carry, claim
from minplan.sync.actions.making_out import make_out
from minplan.sync.actions.posting import Line
from minplan.sync.egress import Place
from minplan.sync.store import webhooks
from minplan.sync.webhook import Delivery

_delivery = Delivery.__table__  # type: ignore[attr-defined]
HOUSE = "https://plan.example.dk"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def listed(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> Receiver:
    """A receiver that the house may send to."""
    found = replace(config.settings(), webhook_hosts=(receiver.host,), public_url=HOUSE)
    monkeypatch.setattr(config, "settings", lambda: found)
    return receiver


def system(code: str = "fagsystem", **more: Any) -> sync.Caller:
    by = office.operator(HOME)
    sync.add_system(by, sync.NewSystem(code=code, name=code, scopes=sync.SCOPES, **more))
    return hooks.as_system(by, code)


@pytest.fixture
def caller(amira: Plan) -> sync.Caller:
    """The case system of Amira's municipality."""
    sync.sequence()
    return system()


def hooked(caller: sync.Caller, receiver: Receiver) -> tuple[UUID, str]:
    """A webhook there, and its secret."""
    found = hooks.add_webhook(caller, receiver.url)
    return found.id, found.resource.secret  # type: ignore[attr-defined]


def tell(stop: Event | None = None) -> list[hooks.Trouble]:
    """A round of the worker; what it says aloud."""
    said: list[hooks.Trouble] = []
    with hooks.Telling(stop or Event(), said.append) as telling:
        telling.look()
    return said


def log() -> list[Any]:
    with db.reading() as connection:
        return list(connection.execute(select(_delivery).order_by(_delivery.c.number)))


def states() -> list[str]:
    return [row.state for row in log()]


def newest(caller: sync.Caller, webhook: UUID) -> str | None:
    """The type of what was told last, as its log says it."""
    return hooks.deliveries(caller, webhook).items[0].type  # type: ignore[no-any-return]


def later(**by: float) -> None:
    clock.start(clock.now() + timedelta(**by))


def subjects(receiver: Receiver) -> list[str]:
    return [got.event["subject"].split("/")[-2] for got in receiver.got]


def test_who_reads_the_standards_reads_what_is_sent(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    _, secret = hooked(caller, listed)
    step = agreed(amira)
    clock.start(None)  # its reader knows the real time alone
    assert tell() == [] and states() == ["delivered"] * 3
    for got, each in zip(listed.got, log(), strict=True):
        assert got.headers["webhook-id"] == str(each.id) == got.event["id"]
        Verifier(secret).verify(got.body, got.headers)
        read = from_http_event(HTTPMessage(got.headers, got.body))
        assert (read.get_id(), read.get_specversion()) == (str(each.id), "1.0")
    last = listed.got[-1]
    assert (last.path, last.headers["content-type"].split(";")[0]) == ("/events", "application/cloudevents+json")
    assert last.event["subject"] == f"plans/{amira.id}/steps/{step}"
    assert (last.event["type"], last.event["source"]) == ("dk.minplan.step.created.v1", f"{HOUSE}/api/v1")


def test_it_says_that_there_is_something_new_and_nobodys_words(
    amira: Plan, caller: sync.Caller, listed: Receiver
) -> None:
    hooked(caller, listed)
    agreed(amira, "KANARIEFUGL")
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    tell()
    assert listed.got
    for got in listed.got:
        told = got.event
        members = {"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"}
        assert set(told) == members and set(told["data"]) == {"cursor"}
        sent = got.body.decode() + json.dumps(got.headers)
        for word in ("KANARIEFUGL", "skolen", "tur", "ro", "Amira", "Bo", "vejen"):
            assert not re.search(rf"\b{word}\b", sent), word


def test_what_is_a_citizens_own_is_told_to_nobody(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    journey.complete(amira.citizen, amira.id, amira.step, row(Step, amira.step)["state"])
    tell()
    assert listed.got == [] and log() == []


def test_an_echo_is_not_told(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    words = {"title": said("Besøg skolen"), "why": said("For at se den"), "law": "LAB § 1"}
    journey.add_step(
        caller.person_id, amira.id,
        journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words),
    )  # fmt: skip
    tell()
    assert subjects(listed) == ["goals", "milestones"]


def test_a_department_is_told_of_what_the_citizen_lets_it_hear(
    amira: Plan, caller: sync.Caller, listed: Receiver
) -> None:
    works_in(amira, amira.bo, "Beskæftigelse")
    other = system("sundhed", departments=("health",))
    hooked(other, listed)
    agreed(amira)
    tell()
    assert listed.got == []
    give(amira)
    agreed(amira, "Ring")
    tell()
    assert "steps" in subjects(listed)


def test_a_plan_that_stands_is_told_as_the_feed_tells_it(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    webhook, _ = hooked(caller, listed)
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"work"})
    tell()
    (got,) = listed.got
    assert got.event["type"] == newest(caller, webhook) == "dk.minplan.plan.updated.v1"
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, set(TRACKS))
    tell()
    assert listed.got[-1].event["type"] == newest(caller, webhook) == "dk.minplan.plan.deleted.v1"


def test_a_system_that_has_ended_is_told_nothing(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    agreed(amira)
    sync.end_system(office.operator(HOME), caller.code)
    later(days=1)
    tell()
    assert listed.got == []


def test_what_is_told_once_is_not_told_again(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    agreed(amira)
    tell()
    tell()
    assert len(listed.got) == 3 and len({got.headers["webhook-id"] for got in listed.got}) == 3


@pytest.mark.parametrize("answer", [500, 404, 301, 302, None, (503, {"Retry-After": "2"})])
def test_what_fails_holds_up_its_plan_and_comes_again_in_order(
    amira: Plan, caller: sync.Caller, listed: Receiver, answer: Any
) -> None:
    hooked(caller, listed)
    agreed(amira)
    listed.answers = lambda _: answer
    tell()
    assert states() == ["waiting"] * 3 and len({got.event["id"] for got in listed.got}) == 1
    tell()
    tried = len(listed.got)
    listed.answers = lambda _: 200
    later(seconds=7)
    tell()
    assert states() == ["delivered"] * 3
    assert subjects(listed)[tried:] == ["goals", "milestones", "steps"]
    assert listed.got[tried].headers["webhook-id"] == listed.got[0].headers["webhook-id"]


def test_a_redirect_is_not_followed(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    agreed(amira)
    with receiving() as metadata:
        listed.answers = lambda _: (307, {"Location": metadata.url})
        tell()
        assert metadata.got == [] and log()[0].status == 307


def test_after_three_days_it_is_given_up_and_said_aloud(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    webhook, _ = hooked(caller, listed)
    agreed(amira)
    listed.answers = lambda _: 500
    begun = clock.now()
    said: list[hooks.Trouble] = []
    while not said:
        said = tell()
        later(hours=30)
        assert clock.now() - begun < timedelta(days=20)
    assert said[0] == hooks.Trouble("fagsystem", webhook, False, 1)
    assert states() == ["given_up", "waiting", "waiting"] and log()[0].attempts == 10
    listed.answers = lambda _: 200
    tell()
    assert states() == ["given_up", "delivered", "delivered"]
    assert hooks.replay(caller) == 1
    tell()
    assert states() == ["delivered"] * 3


def test_an_address_that_says_it_is_gone_is_told_nothing_more(
    amira: Plan, caller: sync.Caller, listed: Receiver
) -> None:
    webhook, _ = hooked(caller, listed)
    agreed(amira)
    listed.answers = lambda _: 410
    assert [each.is_gone for each in tell()] == [True]
    assert hooks.webhook(caller, webhook).state == "gone" and states() == ["given_up"] * 3
    agreed(amira, "Ring")
    tell()
    assert len(listed.got) == 1
    listed.answers = lambda _: 200
    hooks.set_state(caller, webhook, "on")
    tell()
    assert subjects(listed)[1:] == ["steps"]


def test_while_it_is_paused_nothing_is_lost(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    webhook, _ = hooked(caller, listed)
    hooks.set_state(caller, webhook, "paused")
    agreed(amira)
    tell()
    assert listed.got == []
    hooks.set_state(caller, webhook, "on")
    tell()
    assert len(listed.got) == 3


def test_turned_on_again_it_is_tried_at_once(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    webhook, _ = hooked(caller, listed)
    agreed(amira)
    listed.answers = lambda _: 500
    for _ in range(3):
        tell()
        later(minutes=7)
    listed.answers = lambda _: 200
    tell()
    assert "delivered" not in states()
    hooks.set_state(caller, webhook, "on")
    tell()
    assert states() == ["delivered"] * 3


def test_for_a_day_both_secrets_sign(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    webhook, old = hooked(caller, listed)
    new = hooks.renew_secret(caller, webhook).resource.secret  # type: ignore[attr-defined]
    agreed(amira)
    tell()
    for secret in (old, new):
        Verifier(secret).verify(listed.got[-1].body, listed.got[-1].headers)
    later(hours=25)
    agreed(amira, "Ring")
    tell()
    assert len(listed.got[-1].headers["webhook-signature"].split()) == 1
    Verifier(new).verify(listed.got[-1].body, listed.got[-1].headers)


def test_a_host_that_is_taken_off_the_list_gets_nothing(
    amira: Plan, caller: sync.Caller, listed: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked(caller, listed)
    agreed(amira)
    none = replace(config.settings(), webhook_hosts=())
    monkeypatch.setattr(config, "settings", lambda: none)
    tell()
    assert listed.got == [] and log()[0].problem == "host_not_listed"


def test_a_yes_that_is_taken_back_stops_what_was_waiting(
    amira: Plan, caller: sync.Caller, listed: Receiver
) -> None:
    works_in(amira, amira.bo, "Beskæftigelse")
    other = system("sundhed", departments=("health",))
    consent = give(amira)
    sync.sequence()
    hooked(other, listed)
    agreed(amira)
    listed.answers = lambda _: 500
    tell()
    tried = len(listed.got)
    sharing.withdraw_consent(amira.citizen, amira.id, consent)
    later(minutes=10)
    tell()
    assert [got.event["type"].split(".")[2] for got in listed.got[tried:]] == ["consent"]
    assert states() == ["given_up"] * 3 + ["waiting"] and {each.problem for each in log()[:3]} == {"no_longer_heard"}


def test_two_workers_tell_everything_once_and_in_order(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    for number in range(40):
        agreed(amira, f"Skridt {number}")
    stop, said = Event(), list[hooks.Trouble]()
    with hooks.Telling(stop, said.append) as one, hooks.Telling(stop, said.append) as other:
        for _ in range(3):
            one.look()
            other.look()
    tell()
    sent = [got.headers["webhook-id"] for got in listed.got]
    assert sent == [str(each.id) for each in log()] and len(sent) >= 40


def test_what_a_dead_worker_had_in_its_hands_is_told_by_the_next(
    amira: Plan, caller: sync.Caller, listed: Receiver
) -> None:
    webhook, _ = hooked(caller, listed)
    agreed(amira)
    sync.sequence()
    hook = webhooks.calling()[0]
    assert make_out(hook) and len(claim(hook).rows) == 3
    tell()
    assert listed.got == [], "another has it in their hands"
    later(minutes=1)
    tell()
    assert len(listed.got) == 3 and states() == ["delivered"] * 3


def test_a_worker_that_comes_too_late_changes_nothing(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    agreed(amira)
    sync.sequence()
    hook = webhooks.calling()[0]
    make_out(hook)
    slow = claim(hook)
    later(minutes=1)
    tell()
    listed.answers = lambda _: 500
    carry(hook, slow, Line(), lambda _: False)
    assert states() == ["delivered"] * 3


def test_what_was_told_is_kept_as_long_as_the_feed(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    webhook, _ = hooked(caller, listed)
    agreed(amira)
    tell()
    hooks.set_state(caller, webhook, "paused")
    clock.start(clock.now() + timedelta(days=config.settings().keep_changes - 1))
    assert own_data.tidy()["delivery"] == 0
    later(days=2)
    assert own_data.tidy()["delivery"] == 3 and log() == []


def test_a_slow_receiver_holds_up_nobody_else(
    amira: Plan, caller: sync.Caller, listed: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked(caller, listed)
    agreed(amira)
    free = Event()
    with receiving() as slow:
        both = replace(config.settings(), webhook_hosts=(listed.host, slow.host))
        monkeypatch.setattr(config, "settings", lambda: both)
        slow.answers = lambda _: free.wait(10) and 200
        hooked(system("andet"), slow)
        with hooks.Telling(Event(), lambda _: None) as telling:
            telling.look()
            until(lambda: len(slow.got) == 1 and states().count("delivered") == 3)
            waited = [each.state for each in log()].count("handing_over")
            free.set()
    assert waited == 3 and states() == ["delivered"] * 6


def test_whoever_answers_byte_by_byte_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "LONGEST", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=_drip, args=(server,), daemon=True).start()
        watch = posting.Watch()
        line = watch.take(posting.Line())
        begun = time.monotonic()
        answer = line.post(Place(False, "127.0.0.1", server.getsockname()[1], "/"), b"{}", {})
        assert (answer.status, answer.problem) == (None, "timeout") and time.monotonic() - begun < 5
        watch.leave(line)
        watch.close()


def _drip(server: socket.socket) -> None:
    talking, _ = server.accept()
    with suppress(OSError):
        for byte in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 90:
            talking.send(bytes([byte]))
            time.sleep(0.05)
