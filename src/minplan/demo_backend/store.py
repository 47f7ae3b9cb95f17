"""What the case system knows, and what came and went: a database of its own, in a file."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

TABLES = """
create table if not exists resource (type text, id text primary key, plan text, data text);
create table if not exists arrived (number integer primary key, at text, way text, id text, type text, plan text,
    unique (way, id));
create table if not exists sent (number integer primary key, at text, plan text, what text, status int, says text);
create table if not exists kept (name text primary key, value text);
"""
NEWEST = {
    "arrived": "select * from arrived where ? in ('', plan) order by number desc limit 40",
    "sent": "select * from sent where ? in ('', plan) order by number desc limit 40",
}


class Store:
    """One file; every thread of the process asks through the same connection, one after the other."""

    def __init__(self, place: Path) -> None:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        place.touch(mode=0o600)
        self._database = sqlite3.connect(place, check_same_thread=False)
        self._database.row_factory = sqlite3.Row
        self._lock = RLock()
        self._database.executescript(TABLES)

    def _do(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        with self._lock, self._database, closing(self._database.execute(sql, values)) as found:
            return found.fetchall()

    def kept(self, name: str) -> str:
        """A word of its own, or nothing."""
        return next((row["value"] for row in self._do("select value from kept where name = ?", name)), "")

    def keep(self, name: str, value: str) -> None:
        """Such as the place in the feed, or the key."""
        self._do("insert or replace into kept values (?, ?)", name, value)

    def put(self, type: str, data: Any) -> None:
        """A resource as it is now."""
        plan = data["id"] if type == "plan" else data["plan"]
        self._do("insert or replace into resource values (?, ?, ?, ?)", type, data["id"], plan, json.dumps(data))

    def drop(self, id: str) -> None:
        """A resource that is no part of the case any more; of a plan, all that it holds."""
        self._do("delete from resource where id = ? or plan = ?", id, id)

    def clear(self, plan: str = "") -> None:
        """Let go of a plan, or of everything."""
        self._do("delete from resource where ? in ('', plan)", plan)

    def all(self, type: str, plan: str = "") -> list[Any]:
        """Resources of a type, of one plan or of all."""
        rows = self._do("select data from resource where type = ? and ? in ('', plan) order by rowid", type, plan)
        return [json.loads(row["data"]) for row in rows]

    def came(self, way: str, id: str, type: str, plan: str) -> bool:
        """Write down that something came; False when it was here before."""
        new = "insert or ignore into arrived (at, way, id, type, plan) values (?, ?, ?, ?, ?) returning number"
        return bool(self._do(new, _now(), way, id, type, plan))

    def went(self, plan: str, what: str, status: int, says: str) -> None:
        """Write down what was sent, and how it was answered."""
        new = "insert into sent (at, plan, what, status, says) values (?, ?, ?, ?, ?)"
        self._do(new, _now(), plan, what, status, says)

    def newest(self, table: str, plan: str = "") -> list[sqlite3.Row]:
        """The last forty that came or went."""
        return self._do(NEWEST[table], plan)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
