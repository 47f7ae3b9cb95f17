"""An id number is asked about at a server that really runs: it stands in no answer and in no line of its log."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from storm.line import Line
from storm.processes import Server, until
from storm.world import FOLLOWER, SENDER, World, world

DIGITS = "6101800001"
SPELLINGS = (  # as the house knows them
    *(DIGITS, "610180-0001", "610180 0001", "610180\u20110001", "610180 - 0001", "610180.0001", "610180/0001"),
)
NAMES = tuple(each.format(DIGITS) for each in ("cpr-{}", "{}x", "CPR{}", "id_{}", "sag/{}/2"))  # of a system's own
PATHS = (
    "/citizens/{}", "/citizens/by-ref/kilde/{}", "/plans/{}", "/plans?after={}", "/problems/{}", "/changes?after={}",
    "/plans?{}=1",
)  # fmt: skip
PERSON = {"name": "Karin", "language": "da"}


def _named(line: Line, name: str) -> list[Any]:
    """It between letters, in every place where a system says what it calls something."""
    lookup = {"number": "999999-2017", "ref": name, "create": PERSON}
    message = {"id": name, "type": "citizen", "subject": name, "version": 1, "data": PERSON}
    step = {"id": "n", "type": "step", "subject": "s", "plan": "p", "version": 1,
            "data": {"milestone": {"system": "kilde", "id": name}}}  # fmt: skip
    sent = [message, message | {"id": "n-1"}, step, step | {"id": "n-2", "plan": name, "data": {}}]
    asked = [
        ("POST", "/citizens/lookup", lookup), ("POST", "/inbox", {"messages": sent}),
        *((method, f"{at}/by-ref/kilde/{quote(name, safe='')}", body)
          for at in ("/citizens", "/caseworkers") for method, body in (("PUT", PERSON), ("GET", None))),
    ]  # fmt: skip
    return [line.ask(method, path, body, If_None_Match="*")[:2] for method, path, body in asked]


def _ask(line: Line, number: str) -> list[Any]:
    """It in every place where somebody may put it."""
    lookup = {"number": number, "create": PERSON}
    message = {"id": number, "type": "citizen", "subject": number, "version": 1, "data": {"name": number}}
    inner = message | {"id": "m", "subject": "c", "data": {"name": f"Karin {number}", number: number}}
    asked = [
        ("POST", "/citizens/lookup", lookup), ("POST", "/citizens/lookup", {"number": number}),
        ("POST", "/citizens/lookup", lookup | {"ref": number}), ("POST", "/citizens/lookup", lookup | {number: number}),
        ("PUT", f"/citizens/by-ref/kilde/{quote(number)}", PERSON),
        ("POST", "/citizens/lookup", number),
        ("POST", "/inbox", {"messages": [message, inner]}), ("POST", "/webhooks", {"url": f"https://x.dk/{number}"}),
        *(("GET", path.format(quote(number)), None) for path in PATHS),
    ]  # fmt: skip
    return [line.ask(method, path, body, If_None_Match="*")[:2] for method, path, body in asked]


@pytest.fixture
def laid(sqlite: object) -> Any:  # noqa: ARG001 - what was the database before is it again
    """Somewhere to ask."""
    with world("sqlite", plans=1) as here:
        yield here


def test_it_stands_in_no_answer_and_in_no_line_of_the_log(laid: World) -> None:
    log = laid.place / "log"
    server = Server(log, **laid.settings, MINPLAN_LOG="info")
    try:
        line, told = Line(server.port, laid.keys[SENDER]), list[Any]()
        for number in SPELLINGS:
            told += _ask(line, number)
        for name in NAMES:
            told += _named(line, name)
        followed = Line(server.port, laid.keys[FOLLOWER]).ask("GET", "/changes?after=0&limit=200")
        kept = line.ask("GET", "/inbox")
        until(lambda: log.read_text("utf-8").count("\n") >= len(told), 20)
    finally:
        server.end()
    assert {status for status, _ in told} >= {200, 404, 422} and line.faults == 0
    lines = log.read_text("utf-8").splitlines()
    assert all(json.loads(each) for each in lines)
    for each in (*lines, *map(json.dumps, told), json.dumps(followed), json.dumps(kept)):
        bare = "".join(character for character in each if character.isalnum())
        assert DIGITS not in bare.replace("u2011", "").replace("20", ""), each
        assert not any(number in each for number in SPELLINGS), each
