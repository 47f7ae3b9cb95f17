"""The log of a webhook says what it was told, as it was sent at each try, and looks into no plan for that."""

import re
from typing import Any

import pytest
from cast import Plan
from consenting import give, works_in
from counting import selects
from props import row
from receiving import Receiver
from rooms.test_deliveries import caller, hooked, later, listed, receiver, states, system, tell
from rooms.test_looks_of_systems import looks
from sqlalchemy import Engine
from systems_plan import agreed, kept_back, shown

from minplan import clock, sharing, sync
from minplan.journey.step import Step
from minplan.sync import hooks
from minplan.sync.store import webhooks

__all__ = ["caller", "listed", "receiver"]


@pytest.fixture
def gone(amira: Plan, caller: sync.Caller, listed: Receiver) -> Any:
    """A webhook for which a step of Amira's came and went."""
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    sync.sequence()
    webhook, _ = hooked(caller, listed)
    kept_back(amira, "step", amira.step)
    return webhook


def log(caller: sync.Caller, webhook: Any) -> list[tuple[str, str | None]]:
    return [(str(each.id), each.type) for each in reversed(hooks.deliveries(caller, webhook).items)]


def sent(listed: Receiver) -> list[tuple[str, str | None]]:
    return [(got.event["id"], got.event["type"]) for got in listed.got]


def test_what_was_told_stays_what_was_told(gone: Any, amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    tell()
    told = sent(listed)
    assert [each.rpartition("deleted")[1] for _, each in told if each] == ["deleted"] * 3
    later(hours=3)
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    assert log(caller, gone) == told


def test_each_try_says_the_same(gone: Any, amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    listed.answers = lambda _: 503
    tell()
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    later(hours=1)
    tell()
    first, again = sent(listed)
    assert first == again == log(caller, gone)[0]


def test_whoever_reads_the_log_looks_into_no_plan(
    gone: Any, amira: Plan, caller: sync.Caller, listed: Receiver, database: Engine
) -> None:
    agreed(amira)
    tell()
    later(hours=3)
    before = looks()
    with selects(database) as asked:
        log(caller, gone)
    assert looks() == before and not [each for each in asked if re.search(r'FROM "?plan\b', each)]


@pytest.fixture
def withheld(amira: Plan, listed: Receiver) -> tuple[sync.Caller, Any]:
    """A department's webhook that was away until the yes was taken back."""
    works_in(amira, amira.bo, "Jobcenter")
    clinic = system("klinik", departments=("health",))
    yes = give(amira)
    sync.sequence()
    webhook, _ = hooked(clinic, listed)
    agreed(amira)
    listed.answers = lambda _: None
    tell()
    sharing.withdraw_consent(amira.citizen, amira.id, yes)
    later(hours=1)
    tell()
    return clinic, webhook


def test_what_is_no_longer_heard_is_no_longer_in_the_log(
    withheld: tuple[sync.Caller, Any], amira: Plan, listed: Receiver
) -> None:
    assert _kept_back(withheld) == [(None, None)] * 3
    assert hooks.replay(withheld[0]) == 3
    assert _kept_back(withheld) == [(None, None)] * 3
    listed.answers = lambda _: 410
    later(hours=1)
    tell()
    assert states() == ["given_up"] * 4 and _kept_back(withheld) == [(None, None)] * 3, "the consent's came last"
    give(amira)
    listed.answers = lambda _: 204
    hooks.set_state(*withheld, "on")
    hooks.replay(withheld[0])
    tell()
    assert _kept_back(withheld) == [] and {plan for _, plan in _said(withheld)} == {amira.id}


def test_who_says_that_it_is_gone_reads_no_more_of_what_was_kept_from_it(
    withheld: tuple[sync.Caller, Any], listed: Receiver
) -> None:
    clinic, webhook = withheld
    hooks.replay(clinic)
    webhooks.go(webhook, clock.now())
    assert _kept_back(withheld) == [(None, None)] * 3


def _said(withheld: tuple[sync.Caller, Any], *problems: str) -> list[Any]:
    found = hooks.deliveries(*withheld).items
    return [(each.type, each.plan) for each in found if not problems or each.problem in problems]


def _kept_back(withheld: tuple[sync.Caller, Any]) -> list[Any]:
    return _said(withheld, "no_longer_heard")
