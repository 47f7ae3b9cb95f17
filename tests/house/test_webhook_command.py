"""`minplan system webhook`, `deliveries` and `replay`: for whoever looks after the municipality's systems."""

from dataclasses import replace
from typing import Any

import pytest
from cast import Plan, prepare
from receiving import receiving
from saying import Said, saying
from systems_plan import agreed

from minplan import config, office, sync
from minplan.access import HOME
from minplan.cli import main


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return saying(capsys, "system")


@pytest.fixture
def amira(sqlite: Any) -> Plan:
    plan = prepare()
    sync.sequence()
    new = sync.NewSystem(code="fagsystem", name="Fagsystemet", scopes=sync.SCOPES)
    sync.add_system(office.operator(HOME), new)
    return plan


def test_a_system_is_of_a_department_that_there_is(amira: Plan, said: Said) -> None:
    code, told, err = said("add", "klinik", "Klinikken", "--department", "helath")
    assert (code, told) == (1, "") and err.startswith("minplan: There is no department 'helath'. There are: ")
    assert "health" in err and "employment" in err and "klinik" not in said("list")[1]
    for number, department in enumerate(("health", "Jobcenter", *sync.departments(office.operator(HOME)))):
        assert said("add", f"klinik-{number}", "Klinikken", "--department", department)[0] == 0, department


def test_a_webhook_is_added_turned_and_ended(amira: Plan, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    found = replace(config.settings(), webhook_hosts=("sag.example.dk",))
    monkeypatch.setattr(config, "settings", lambda: found)
    code, told, _ = said("webhook", "fagsystem", "add", "https://sag.example.dk/e")
    id, secret = told.strip().split("\t")
    assert code == 0 and secret.startswith("whsec_")
    assert said("webhook", "fagsystem", "list")[1] == f"{id}\ton\thttps://sag.example.dk/e\n"
    assert said("webhook", "fagsystem", "rotate", id)[1].strip() not in ("", secret)
    assert said("webhook", "fagsystem", "pause", id) == (0, "", "")
    assert "\tpaused\t" in said("webhook", "fagsystem", "list")[1]
    assert said("webhook", "fagsystem", "on", id) == (0, "", "")
    assert said("webhook", "fagsystem", "end", id) == (0, "", "")
    assert said("webhook", "fagsystem", "list") == (0, "", "")
    assert said("webhook", "fagsystem", "end", id)[0] == 1


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://169.254.169.254/", "MINPLAN_WEBHOOK_HOSTS does not name that host and port."),
        ("http://10.0.0.1/", "Events are sent by https; http is for this machine alone."),
        ("sag", "That is no address to send to."),
    ],
)
def test_where_nothing_may_be_sent_is_said_in_one_sentence(amira: Plan, said: Said, url: str, told: str) -> None:
    assert said("webhook", "fagsystem", "add", url) == (1, "", f"minplan: {told}\n")


def test_an_unknown_system_is_said_in_one_sentence(amira: Plan, said: Said) -> None:
    for words in (("webhook", "x", "list"), ("deliveries", "x"), ("replay", "x", "--failed")):
        assert said(*words) == (1, "", "minplan: There is no system 'x'.\n")


def test_what_was_given_up_is_read_and_told_again(amira: Plan, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    with receiving() as receiver:
        found = replace(config.settings(), webhook_hosts=(receiver.host,))
        monkeypatch.setattr(config, "settings", lambda: found)
        id = said("webhook", "fagsystem", "add", receiver.url)[1].split("\t")[0]
        agreed(amira, "KANARIEFUGL")
        receiver.answers = lambda _: 410
        assert main(["work", "--once"]) == 0
        said("list")
        code, failed, _ = said("deliveries", "fagsystem", "--failed")
        assert code == 0 and len(failed.splitlines()) == 3 and "KANARIEFUGL" not in failed
        assert failed.splitlines()[-1].split("\t")[2:] == ["given_up", "1x", "410", "dk.minplan.goal.created.v1"]
        receiver.answers = lambda _: 200
        said("webhook", "fagsystem", "on", id)
        one = failed.splitlines()[-1].split("\t")[0]
        assert said("replay", "fagsystem", one) == (0, "1\n", "")
        assert said("replay", "fagsystem", "--failed") == (0, "2\n", "")
        assert main(["work", "--once"]) == 0
        said("list")
        told = said("deliveries", "fagsystem")[1].splitlines()
        assert [each.split("\t")[2] for each in told] == ["delivered"] * 3
        assert main(["work", "--status"]) == 0 and "delivered    3\n" in said("list")[1]
