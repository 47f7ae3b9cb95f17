"""A worker that is killed in the middle of telling loses nothing, and the next one goes on in order."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from cast import Plan
from receiving import Receiver, receiving, until
from sqlalchemy import Engine
from standardwebhooks import Webhook as Verifier
from systems_plan import agreed

from minplan import clock, config, office, sync
from minplan.access import HOME
from minplan.sync import hooks


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    with receiving() as found:
        hosts = replace(config.settings(), webhook_hosts=(found.host,))
        monkeypatch.setattr(config, "settings", lambda: hosts)
        yield found


def worker(engine: Engine, receiver: Receiver, place: Path, *words: str) -> "subprocess.Popen[str]":
    """`minplan work` as a process of its own."""
    environment = os.environ | {
        "DATABASE_URL": engine.url.render_as_string(hide_password=False),
        "MINPLAN_DATA": str(place),
        "MINPLAN_NOW": clock.now().isoformat(),
        "MINPLAN_NUMBER_KEY": config.settings().number_key,
        "MINPLAN_WEBHOOK_HOSTS": receiver.host,
    }
    command = [sys.executable, "-m", "minplan.cli", "work", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_in_the_middle_it_is_told_by_the_next(
    amira: Plan, database: Engine, listed: Receiver, tmp_path: Path
) -> None:
    sync.sequence()
    by = office.operator(HOME)
    sync.add_system(by, sync.NewSystem(code="fagsystem", name="Fagsystemet", scopes=sync.SCOPES))
    made = hooks.add_webhook(hooks.as_system(by, "fagsystem"), listed.url)
    for number in range(8):
        agreed(amira, f"Skridt {number}")
    free = Event()
    listed.answers = lambda _: 200 if len(listed.got) < 5 else free.wait(60) and 200
    with worker(database, listed, tmp_path) as first:
        until(lambda: len(listed.got) == 5, 60)
        first.kill()
    free.set()
    clock.start(clock.now() + timedelta(minutes=1))
    with worker(database, listed, tmp_path, "--once") as second:
        _, said = second.communicate(timeout=60)
    counts = hooks.delivery_counts()
    assert (second.returncode, said) == (0, "") and counts["delivered"] == sum(counts.values()) >= 8
    numbers = {each.id: at for at, each in enumerate(reversed(_log(by)))}
    for got in listed.got:
        Verifier(made.resource.secret).verify(got.body, got.headers)  # type: ignore[attr-defined]
    told = [str(each) for each in numbers]
    sent = [got.headers["webhook-id"] for got in listed.got]
    assert sent[:5] == told[:5] and sent[5:] == told, "the lot that was lost is told again, and nothing else"


def _log(by: office.Doorkeeper) -> list[hooks.Told]:
    return hooks.deliveries(hooks.as_system(by, "fagsystem")).items


def test_who_looks_after_it_hears_that_an_address_is_gone(
    amira: Plan, database: Engine, listed: Receiver, tmp_path: Path
) -> None:
    sync.sequence()
    by = office.operator(HOME)
    sync.add_system(by, sync.NewSystem(code="fagsystem", name="Fagsystemet", scopes=sync.SCOPES))
    made = hooks.add_webhook(hooks.as_system(by, "fagsystem"), listed.url)
    agreed(amira, "KANARIEFUGL")
    listed.answers = lambda _: 410
    with worker(database, listed, tmp_path, "--once") as ran:
        _, said = ran.communicate(timeout=60)
    assert said == f"minplan: webhook {made.id} of fagsystem said that it is gone\n"
