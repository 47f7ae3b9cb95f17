"""The live meeting: how soon an edit is on the other's screen, whether any word is lost, and how many can wait.

On SQLite and on PostgreSQL, served by two workers as in production. `connections` asks for so many screens twice: with
threads set for them, and with the default ones, which hold a few and ask the others to come again.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from databases import made, start_postgresql
from flask import Flask

from bench import at_once, hearing, lines
from bench.table import laid
from minplan import create_app

WORKERS, SPARE = 2, 100  # threads of each worker beyond those that screens may hold
MOST = {"p50_ms": 100, "p99_ms": 500, "errors": 0, "lost": 0, "untold": 0}


def run(as_json: bool, connections: int = 0) -> int:
    """Print the figures, or one JSON object; 1 where a word was lost or refused, or came later than it may."""
    app, found = create_app(), {}
    for name, database in (("sqlite", _sqlite), ("postgresql", _postgresql)):
        found[name] = _both(app, database)
    whole = {name: max(each[name] for each in found.values()) for name in ("p50_ms", "p99_ms")}
    whole |= {name: sum(each[name] for each in found.values()) for name in ("sent", "accepted", "conflicts", "lost")}
    whole["errors"] = sum(len(each["errors"]) for each in found.values())
    whole["untold"] = abs(whole["sent"] - whole["accepted"] - whole["conflicts"] - whole["errors"])
    if connections:
        found["threads for them"] = _many(app, connections, connections // WORKERS + SPARE)
        found["threads by default"] = _many(app, connections, 100)
        whole["ratio"] = found["threads for them"]["ratio"]
    print(json.dumps(whole | found)) if as_json else _print(whole, found)
    return int(bool(over(whole)))


def over(whole: dict[str, float]) -> list[str]:
    """Which of the figures are more than they may be."""
    return [name for name, most in MOST.items() if whole[name] > most]


def _both(app: Flask, database: Callable[[], Any]) -> dict[str, Any]:
    with database() as (place, url), laid(app, place, url, WORKERS) as table:
        return hearing.measure(table) | at_once.measure(table)


def _many(app: Flask, connections: int, threads: int) -> dict[str, Any]:
    with _sqlite() as (place, url), laid(app, place, url, WORKERS, threads) as table:
        return {"workers": WORKERS, "threads": threads} | lines.measure(table, connections)


@contextmanager
def _sqlite() -> Iterator[tuple[Path, str]]:
    with tempfile.TemporaryDirectory(prefix="minplan-bench-") as place:
        yield _with_secret(place), f"sqlite:///{place}/minplan.sqlite3"


@contextmanager
def _postgresql() -> Iterator[tuple[Path, str]]:
    server = os.environ.get("MINPLAN_TEST_POSTGRES") or start_postgresql()
    with tempfile.TemporaryDirectory(prefix="minplan-bench-") as place, made(server, "minplan_bench") as url:
        yield _with_secret(place), url


def _with_secret(place: str) -> Path:
    """The keys to the cookies are the same everywhere."""
    (Path(place) / "secret").write_bytes((Path(os.environ["MINPLAN_DATA"]) / "secret").read_bytes())
    return Path(place)


def _print(whole: dict[str, Any], found: dict[str, Any]) -> None:
    for name, each in {"all": whole, **found}.items():
        print(f"{name}: " + ", ".join(f"{what} {value}" for what, value in each.items()))
