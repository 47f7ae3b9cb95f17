"""From the moment in which somebody sends an edit until the other's screen has fetched it: HTTP, event, HTTP."""

import random
import time
from collections.abc import Iterator
from queue import SimpleQueue
from statistics import quantiles
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import requests

from bench.table import Table

EDITS, WARM = 300, 10
PAUSE = (0.08, 0.2)  # seconds; never in step with the look-out


def measure(table: Table) -> dict[str, Any]:
    """Median and 99th percentile in milliseconds of `edits` edits."""
    path, seen = table.point("Det første")
    since = _shown(table.client(table.citizen).get(f"{table.here}/room")[1])
    heard: SimpleQueue[tuple[str, float]] = SimpleQueue()
    screen = Thread(target=_look, args=(table, since, heard), daemon=True)
    screen.start()
    writer, found = table.client(table.contact), []
    for turn in range(EDITS + WARM):
        time.sleep(random.uniform(*PAUSE))  # nosec B311 - no secret
        began = time.perf_counter()
        status, seen, _ = writer.save(path, seen, f"Gang nummer {turn}!")
        assert status == 204, status
        found.append((_until(heard, f"Gang nummer {turn}!") - began) * 1000)
    cuts = quantiles(found[WARM:], n=100)
    return {"edits": EDITS, "p50_ms": round(cuts[49], 1), "p99_ms": round(cuts[98], 1)}


def _look(table: Table, since: str, heard: "SimpleQueue[tuple[str, float]]") -> None:
    """The other screen: at each event it fetches the room, and says when it had it."""
    reader = table.client(table.citizen)
    script = {"HX-Request": "true", "HX-Current-URL": f"{table.address}{table.here}/room"}
    for version in events(table, since):
        if version != since:
            page = reader.get(f"{table.here}/room", **script)[1]
            since = _shown(page)
            heard.put((page, time.perf_counter()))


def events(table: Table, since: str) -> Iterator[str]:
    """Each version that the stream announces."""
    asked = requests.Session()
    asked.trust_env = False
    headers = {"Cookie": table.cookie(table.citizen)}
    address = f"http://{urlsplit(table.address).netloc}{table.here}/live?since={since}"
    with asked.get(address, headers=headers, stream=True, timeout=60) as answer:
        assert answer.status_code == 200, answer.status_code
        for line in answer.iter_lines(chunk_size=1, decode_unicode=True):
            if line.startswith("id: "):
                yield line.removeprefix("id: ")


def _until(heard: "SimpleQueue[tuple[str, float]]", text: str) -> float:
    while True:
        page, at = heard.get(timeout=10)
        if text in page:
            return at


def _shown(page: str) -> str:
    return page.partition('data-since="')[2].partition('"')[0]
