"""`minplan sync convert --from nav-akaas`: cards by hand, of each kind, go into the inbox as they come out."""

import json
from pathlib import Path
from typing import Any

import pytest
from answering import answer_newest
from cast import Plan, prepare
from sqlalchemy import Engine

from minplan import office, sync
from minplan.access import HOME
from minplan.cli import main
from minplan.sync.shapes import Messages

IDENT = "10068831950"  # the schema's own example


def card(number: int, state: str = "PLANLAGT", **more: Any) -> dict[str, Any]:
    told = {
        "id": f"00000000-0000-4000-8000-{number:012}", "personIdent": IDENT, "tittel": f"Mentor på verkstedet {number}",
        "aktivitetStatus": state, "endretAv": {"ident": "Z999999", "identType": "NAVIDENT"},
        "endretTidspunkt": "2022-09-17T21:00:14+01:00", "avtaltMedNav": True, "startDato": "2026-12-01",
        "beskrivelse": "Å få støtte på jobben",
    }  # fmt: skip
    return {
        "messageId": f"00000000-0000-4000-9000-{number:012}", "source": "TEAM_TILTAK", "aktivitetskortType": "MENTOR",
        "actionType": "UPSERT_AKTIVITETSKORT_V1", "aktivitetskort": told | more,
    }  # fmt: skip


DISCARDED = {
    "messageId": "00000000-0000-4000-9000-00000000000a", "source": "TEAM_TILTAK", "actionType": "KASSER_AKTIVITET",
    "aktivitetsId": "00000000-0000-4000-8000-000000000001", "personIdent": IDENT, "navIdent": "Z999999",
    "begrunnelse": "Feil person",
}  # fmt: skip


@pytest.fixture
def amira(sqlite: Engine) -> Plan:
    return prepare()


@pytest.fixture
def convert(amira: Plan, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Code, messages and what was told of these lines."""

    def run(*lines: Any) -> tuple[int, list[Any], list[str]]:
        cards, people = tmp_path / "cards.jsonl", tmp_path / "people.json"
        cards.write_text("\n".join(json.dumps(each) for each in lines), "utf-8")
        people.write_text(json.dumps({IDENT: "c-1"}), "utf-8")
        words = ["sync", "convert", "--from", "nav-akaas", "--system", "nav", "--people", str(people), str(cards)]
        code = main(words)
        out, err = capsys.readouterr()
        assert IDENT not in out + err and "Z999999" not in out + err
        return code, [json.loads(line) for line in out.splitlines()], err.splitlines()

    return run


def test_a_card_is_a_step_in_its_own_words(convert: Any) -> None:
    code, (goal, milestone, step), told = convert(card(1, oppgave=None, etiketter=[{"tekst": "Ny"}], ukjent=1))
    assert code == 0 and (goal["type"], milestone["type"]) == ("goal", "milestone")
    assert (step["subject"][-1], step["plan"], step["version"]) == ("1", "c-1", 1663444814000)
    assert step["data"] == {
        "milestone": {"system": "nav", "id": "c-1.nav"}, "kind": "agreed", "tracks": ["work"], "when_on": "2026-12-01",
        "title": {"text": "Mentor på verkstedet 1", "lang": "nb"},
        "why": {"text": "Å få støtte på jobben", "lang": "nb"},
        "ball": {"holder": "both"}, "state": "later",
    }  # fmt: skip
    fields = [f"aktivitetskort.{name}" for name in ("endretAv", "etiketter", "ukjent")]
    assert told == [f"left out: {name} (1)" for name in ("source", "aktivitetskortType", *fields)]


@pytest.mark.parametrize(
    ("state", "agreed", "found"),
    [
        ("FORSLAG", True, None), ("PLANLAGT", True, "later"), ("GJENNOMFORES", True, "active"),
        ("FULLFORT", True, "done"), ("FULLFORT", False, None), ("AVBRUTT", True, "deleted"),
    ],
)  # fmt: skip
def test_each_status_is_a_state_or_none(convert: Any, state: str, agreed: bool, found: str | None) -> None:
    step = convert(card(1, state, avtaltMedNav=agreed, startDato=None))[1][-1]
    assert step.get("data", {}).get("state") == (None if found == "deleted" else found)
    assert step.get("deleted", False) == (found == "deleted")


def test_without_a_description_its_details_say_why_and_without_those_its_title(convert: Any) -> None:
    detail = [{"label": "Arrangør", "verdi": "Muligheter AS"}, {"label": "Dager", "verdi": "3"}]
    bare = card(2, beskrivelse=None, endretTidspunkt="2022-09-17T22:00:14")
    *_, one, other = convert(card(1, beskrivelse=None, detaljer=detail), bare)[1]
    assert one["data"]["why"]["text"] == "Arrangør: Muligheter AS\nDager: 3"
    assert other["data"]["why"]["text"] == "Mentor på verkstedet 2" and other["version"] == one["version"]


def test_what_is_no_card_or_nobodys_is_told_by_its_line(convert: Any) -> None:
    receipt = {"aktivitetId": "x", "behandlingstype": "UPSERT_AKTIVITETSKORT_V1", "suksess": True}
    code, messages, told = convert(receipt, card(1, personIdent="10068831951"), [], card(2, "NYTT"), card(3))
    assert code == 1 and len(messages) == 3
    assert [line for line in told if line.startswith("line")] == [
        "line 1: no activity card", "line 2: nobody is known by that number", "line 3: no activity card",
        "line 4: no activity card",
    ]  # fmt: skip


def test_the_inbox_takes_what_comes_out(convert: Any, amira: Plan) -> None:
    new = sync.NewSystem(code="nav", name="NAV", scopes=sync.SCOPES)
    caller = sync.by_key(str(sync.add_system(office.operator(HOME), new)[1]))
    named = {"id": "n", "type": "plan", "subject": "c-1", "plan": str(amira.id), "version": 1, "data": {}}

    def send(*messages: Any) -> list[str]:
        return [each.outcome for each in sync.receive(caller, Messages.model_validate({"messages": messages})).items]

    messages = convert(card(1), card(2, "GJENNOMFORES"))[1]
    assert send(named, *messages) == ["done", "done", "waiting", "waiting", "waiting"]
    for _ in range(2):  # yes to the goal, and then to the landmark
        answer_newest(amira, "yes")
        send(*messages)
    assert send(*messages) == ["twice"] * 4
    assert send(*convert(DISCARDED)[1]) == ["twice", "twice", "done"]
    late = card(1, "FULLFORT", endretTidspunkt="2026-01-01T00:00:00Z") | {"messageId": DISCARDED["aktivitetsId"]}
    assert send(*convert(late)[1])[-1] == "older"
