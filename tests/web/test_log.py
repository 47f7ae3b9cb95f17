"""The log of a server that really runs: every request is there, and nothing about anybody."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest
import requests
from browser.lived_in import NOW, prepare
from serving import served

WORDS, NUMBER, ELSE = "Jeg-er-bange", "010190-1234", "og-mit-barn-er-syg"
FRAGILE = ("Karin", "Mette", WORDS, NUMBER, ELSE, "@", "code=", "state=", "lang=", "?", "Cookie", "__Host", "eyJ")
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{32}")


@dataclass
class Logged:
    """A served demo, a browser at it, and the lines of its log."""

    address: str
    file: Path
    place: Path
    kept: requests.Session

    def ask(self, path: str, method: str = "GET", **more: Any) -> requests.Response:
        return self.kept.request(method, self.address + path, timeout=10, **more)

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.file.read_text("utf-8").splitlines()]


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Callable[[str], Logged]]:
    """logged("info") serves the demo with that level."""
    prepare(tmp_path)
    file, open_servers = tmp_path / "log", []

    def serve(level: str) -> Logged:
        running = served(tmp_path, file, MINPLAN_NOW=NOW, **({"MINPLAN_LOG": level} if level else {}))
        open_servers.append(running)
        kept = requests.Session()
        kept.trust_env = False
        return Logged(running.__enter__(), file, tmp_path, kept)

    yield serve
    for running in open_servers:
        running.__exit__(None, None, None)


def come_in(there: Logged) -> None:
    page = there.ask("/sign-in").text
    karin = re.search(r'value="([0-9a-f-]{36})"[^>]*><span dir="auto">Karin', page)
    assert karin
    assert there.ask("/sign-in", "POST", data={"person": karin[1]}).url.endswith("/plan")


def live(there: Logged) -> None:
    """Everything that can go well or wrong, each time with something that must not be written down."""
    come_in(there)
    plan = re.search(r"/plans/[0-9a-f-]{36}", there.ask("/plan").text)
    assert plan
    for text in (WORDS, NUMBER, "\0", "x" * 3000):
        there.ask(f"{plan[0]}/calls", "POST", data={"text": text, "topic": "idea"})
    there.ask(f"{plan[0]}/calls/new?text={WORDS}"), there.ask(f"/{WORDS}?{ELSE}"), there.ask(f"/%ed%a0%80{WORDS}")
    there.ask(f"/sign-in/demo/back?state={WORDS}&code={ELSE}"), there.ask(f"/plan?lang={WORDS}")
    there.ask("/plan", WORDS.upper()), there.ask(f"{plan[0]}/calls", "POST", headers={"Content-Type": ELSE})
    there.ask(plan[0] + "/history", headers={"Cookie": f"minplan={WORDS}"})


def break_it(there: Logged) -> None:
    """A table goes missing, so that a question of the database fails with values in it."""
    with connect(there.place / "minplan.sqlite3") as database:
        database.execute("ALTER TABLE plan RENAME TO gone")
    assert there.ask("/plan").status_code == 500


def test_every_request_is_there_and_nothing_about_anybody(logged: Callable[[str], Logged]) -> None:
    there = logged("info")
    live(there)
    break_it(there)
    lines, whole = there.lines(), there.file.read_text("utf-8")
    assert not [word for word in FRAGILE if word.lower() in whole.lower()]
    assert not AN_ID.search(whole)
    asked = [line for line in lines if line["message"] == "request"]
    assert {"/plan", "/plans/<uuid:plan>/calls", "/sign-in/<provider>/back", None} <= {line["route"] for line in asked}
    assert {200, 303, 404, 422, 500} <= {line["status"] for line in asked}
    assert {"citizen", None} == {line["kind"] for line in asked}
    broken = next(line for line in lines if line["message"] == "unhandled")
    assert broken["errors"][0]["type"] == "OperationalError" and broken["errors"][0]["at"]


GOOD = ("7f3a9c01", "0af7651916cd43dd8448eb211c80319c", "0F8FAD5B-D9CB-469F-A165-70867728950E")
BAD = ('{"', "x" * 65, "a" * 37, "a1", "Karin-Mette", NUMBER, NUMBER.replace("-", ""), "12345678", "٠١٠١٩٠١٢٣a")


def test_a_request_keeps_the_id_that_it_came_with_where_only_a_machine_draws_such(
    logged: Callable[[str], Logged],
) -> None:
    there = logged("info")

    def answered(asked: str) -> str:
        return there.ask("/healthz", headers={"X-Request-ID": asked.encode()}).headers["X-Request-ID"]  # type: ignore[dict-item]

    kept, made = [answered(each) for each in GOOD], [answered(each) for each in BAD]
    assert kept == list(GOOD) and all(re.fullmatch("[0-9a-f]{16}", each) for each in made)
    assert {*kept, *made} <= {line["request"] for line in there.lines() if "request" in line}
    assert NUMBER not in there.file.read_text("utf-8")


def test_the_demo_is_quiet_until_something_is_wrong(logged: Callable[[str], Logged]) -> None:
    there = logged("")
    come_in(there)
    assert there.file.read_text() == ""
    break_it(there)
    assert [line["message"] for line in there.lines()] == ["unhandled"]
