"""How much goes through in a second: messages that come in, pages of the feed, and nudges. Nobody is killed here."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import monotonic
from typing import Any

from receiving import Receiver, receiving

from storm.line import Line
from storm.processes import Server, Worker, until
from storm.sender import Sender
from storm.world import FOLLOWER, SENDER, World

READERS, PAGE, LONGEST = 2, 200, 300


def speed(world: World, changes: int) -> dict[str, float]:
    """`in_per_s`, `out_per_s` of the feed with its data, and `nudges_per_s`; with two workers of gunicorn."""
    with receiving() as receiver, _server(world, receiver) as server:
        line = Line(server.port, world.keys[FOLLOWER])
        begun, counts = line.ask("GET", "/changes")[1]["next"], list[int]()
        came = _seconds(lambda: _send(world, server.port, changes))
        line.ask("GET", f"/changes?after={begun}")  # puts it into the feed
        read = _seconds(lambda: counts.extend(_read(server.port, world.keys[FOLLOWER], begun)))
        line.ask("POST", "/webhooks", {"url": receiver.url})
        _send(world, server.port, changes, 1)
        nudges = _tell(world, receiver, changes)
    return {
        "in_per_s": round(changes / came), "out_per_s": round(sum(counts) / read), "nudges_per_s": round(nudges)
    }  # fmt: skip


@contextmanager
def _server(world: World, receiver: Receiver) -> Iterator[Server]:
    server = Server(world.place / "log", **world.settings, MINPLAN_WEBHOOK_HOSTS=receiver.host)
    try:
        yield server
    finally:
        server.end()


def _seconds(act: Callable[[], Any]) -> float:
    begun = monotonic()
    act()
    return monotonic() - begun


def _send(world: World, port: int, changes: int, turn: int = 0) -> None:
    sender = Sender(world, port, world.keys[SENDER], changes, first=turn * changes)
    sender.start()
    sender.join()
    assert sender.outcomes["done"] + sender.outcomes["twice, done"] == changes, sender.outcomes


def _read(port: int, key: str, begun: str) -> list[int]:
    """How many each of the readers got."""

    def follow(_: int) -> int:
        line, after, count, more = Line(port, key), begun, 0, True
        while more:
            page = line.ask("GET", f"/changes?limit={PAGE}&after={after}")[1]
            after, more, count = page["next"], page["more"], count + len(page["items"])
        return count

    with ThreadPoolExecutor(READERS) as readers:
        return list(readers.map(follow, range(READERS)))


def _tell(world: World, receiver: Receiver, changes: int) -> float:
    """How many in a second from the first one on: a worker begins once, and then goes on for weeks."""
    (world.place / "shift").write_text("0", "ascii")
    worker = Worker(world.place / "log", world.place / "shift", **world.settings, MINPLAN_WEBHOOK_HOSTS=receiver.host)
    try:
        until(lambda: bool(receiver.got), LONGEST)
        told = len(receiver.got)
        return (changes - told) / _seconds(lambda: until(lambda: len(receiver.got) >= changes, LONGEST))
    finally:
        worker.end()
