"""The other end: a system that keeps what it reads of the feed in a database of its own, and may die anywhere."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from storm.line import Line

_TABLES = """
CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), cursor TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS item (turn INTEGER PRIMARY KEY, id TEXT, plan TEXT, type TEXT, subject TEXT, origin TEXT);
CREATE TABLE IF NOT EXISTS thing (type TEXT, id TEXT, data TEXT, PRIMARY KEY (type, id));
"""


class Item(NamedTuple):
    """One that was done."""

    id: str
    plan: str
    type: str
    subject: str
    origin: str | None


class CutOff(Exception):
    """It died in the middle of a page."""


class Mirror:
    """Items and the place go into one transaction, so what is done is done once whenever it dies."""

    def __init__(self, file: Path, line: Line, dies: Callable[[], bool] = lambda: False) -> None:
        self._file, self._line, self._dies = file, line, dies
        with closing(self._open()) as own:
            own.executescript(_TABLES)

    def begin(self) -> None:
        """Stand at now: what changes from here on is read."""
        _, page, _ = self._line.ask("GET", "/changes")
        self._write([], page["next"])

    def follow(self) -> None:
        """Read up to the end. Raises CutOff."""
        more = True
        while more:
            _, page, _ = self._line.ask("GET", f"/changes?limit=200&after={self._cursor()}")
            self._write(page["items"], page["next"])
            more = page["more"]

    def items(self) -> list[Item]:
        """All that it did, in its order."""
        with closing(self._open()) as own:
            return list(map(Item._make, own.execute("SELECT id, plan, type, subject, origin FROM item ORDER BY turn")))

    def things(self, type: str) -> dict[str, Any]:
        """What it has of a type."""
        with closing(self._open()) as own:
            rows = own.execute("SELECT id, data FROM thing WHERE type = ?", (type,)).fetchall()
        return {id: json.loads(data) for id, data in rows}

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, isolation_level=None, timeout=30)

    def _cursor(self) -> str:
        with closing(self._open()) as own:
            return str(own.execute("SELECT cursor FROM place").fetchone()[0])

    def _write(self, items: list[Any], cursor: str) -> None:
        with closing(self._open()) as own:
            own.execute("BEGIN IMMEDIATE")
            for each in items:
                self._apply(own, each)
                if self._dies():
                    raise CutOff
            own.execute("INSERT OR REPLACE INTO place VALUES (1, ?)", (cursor,))
            own.execute("COMMIT")

    def _apply(self, own: sqlite3.Connection, item: Any) -> None:
        type, subject = item["subject"]["type"], item["subject"]["id"]
        told = (item["id"], item["plan"], type, subject, item["origin"])
        own.execute("INSERT INTO item (id, plan, type, subject, origin) VALUES (?, ?, ?, ?, ?)", told)
        if item["deleted"]:
            own.execute("DELETE FROM thing WHERE type = ? AND id = ?", (type, subject))
        else:
            own.execute("INSERT OR REPLACE INTO thing VALUES (?, ?, ?)", (type, subject, json.dumps(item["data"])))
