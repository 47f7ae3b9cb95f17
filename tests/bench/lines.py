"""A thousand screens that wait: how many are held, what each costs, and how fast a page is meanwhile."""

import selectors
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, quantiles
from typing import Any
from urllib.parse import urlsplit

from bench.table import Table

ASKING, PAGES = 4, 250  # clients that open pages at the same time, and how many each
SETTLE = 2.0  # seconds
LAST = "\r\n0\r\n\r\n"  # how a stream ends whose connection stays open


def measure(table: Table, many: int) -> dict[str, Any]:
    """`held`, `refused` (503) and `gave_way` of so many, KB for each held one, and a page's 99th percentile without and
    with: their `ratio`."""
    before, size = _pages(table), _kilobytes(table)
    with _waiting(table, many) as lines:
        time.sleep(SETTLE)
        _hear([line for line in lines if not line.over], 0.2)
        came, refused = (sum(line.said.startswith(f"HTTP/1.1 {status}") for line in lines) for status in (200, 503))
        gave_way = sum(line.over and line.said.startswith("HTTP/1.1 200") for line in lines)
        held = came - gave_way
        grown = _kilobytes(table) - size
        during = _pages(table)
        told = _told(table, lines)
    after = _pages(table)
    return {
        "tried": many,
        "held": held,
        "refused": refused,
        "gave_way": gave_way,
        "told_of_an_edit": told,
        "kb_each": round(grown / held, 1) if held else None,
        "page_p99_ms": round(mean((before, after)), 1),
        "page_p99_ms_meanwhile": round(during, 1),
        "ratio": round(during / mean((before, after)), 2),
    }


@dataclass
class _Line:
    socket: socket.socket
    said: str = ""
    over: bool = False


@contextmanager
def _waiting(table: Table, many: int) -> Iterator[list[_Line]]:
    """So many streams, each with a sign-in of its own; read without a thread for each."""
    where = urlsplit(table.address)
    lines = []
    for number in range(many):
        cookie = table.cookie((table.citizen, table.contact)[number % 2])
        line = _Line(socket.create_connection((where.hostname, where.port), timeout=30))
        asked = f"GET {table.here}/live HTTP/1.1\r\nHost: {where.netloc}\r\nCookie: {cookie}\r\n\r\n"
        line.socket.sendall(asked.encode())
        line.socket.setblocking(False)
        lines.append(line)
        if number % 50 == 49:
            _hear(lines, 0.2)
    _hear(lines, 5.0)
    yield lines
    for line in lines:
        line.socket.close()


def _hear(lines: list[_Line], seconds: float) -> None:
    """Read what comes within so long."""
    with selectors.DefaultSelector() as selector:
        for line in lines:
            selector.register(line.socket, selectors.EVENT_READ, line)
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and selector.get_map():
            for key, _ in selector.select(left):
                piece = key.data.socket.recv(4096)
                key.data.said += piece.decode()
                key.data.over = not piece or key.data.said.endswith(LAST)
                if not piece:
                    selector.unregister(key.data.socket)


def _told(table: Table, lines: list[_Line]) -> int:
    """How many hear of one edit within two seconds."""
    open_lines = [line for line in lines if line.said.startswith("HTTP/1.1 200") and not line.over]
    _hear(open_lines, 0.5)
    for line in open_lines:
        line.said = ""
    table.point(f"Et punkt til {len(lines)}")
    _hear(open_lines, 2.0)
    return sum("event: changed" in line.said for line in open_lines)


def _pages(table: Table) -> float:
    """The 99th percentile in milliseconds of the citizen's own plan, asked for by a few at once."""
    clients = [table.client(table.citizen) for _ in range(ASKING)]
    with ThreadPoolExecutor(ASKING) as threads:
        times = [each for some in threads.map(_opened, clients) for each in some]
    return quantiles(times, n=100)[98]


def _opened(client: Any) -> list[float]:
    found = []
    for _ in range(PAGES):
        began = time.perf_counter()
        assert client.get("/plan")[0] == 200
        found.append((time.perf_counter() - began) * 1000)
    return found


def _kilobytes(table: Table) -> int:
    """What the server's processes have for themselves, and their part of what they share."""
    found = 0
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            if urlsplit(table.address).netloc.encode() in (place / "cmdline").read_bytes():
                rows = (place / "smaps_rollup").read_text("ascii").splitlines()
                found += sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return found
