"""A receiver of nudges in a storm: it drops, delays, duplicates, reorders, answers 500, hangs, and is gone a while."""

import json
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Event, Lock, Thread
from time import monotonic, sleep
from typing import Any, NamedTuple

from storm.mirror import CutOff, Mirror
from storm.worker import HANGS

# How often each of these befalls a nudge; the rest is answered at once.
MISHAPS = {
    "dropped": 0.03, "answered 500": 0.04, "taken twice": 0.03, "late": 0.05, "hung": 0.003, "taken, not said": 0.03
}  # fmt: skip
OUTAGE = 0.3  # seconds for which it is gone
DIES = 0.002  # of the items that it reads


class Nudge(NamedTuple):
    """One that came: the delivery's id, its cursor, and whether it was said that it had been taken."""

    id: str
    cursor: str
    taken: bool


class Receiver:
    """Nudges lie in a heap, of which any is looked at first; whichever it is, the mirror reads up to the end."""

    def __init__(self, port: int, mirror: Callable[[Callable[[], bool]], Mirror], seed: int = 1) -> None:
        self.port = port
        self.got: list[Nudge] = []
        self.happened: dict[str, int] = dict.fromkeys((*MISHAPS, "gone", "died"), 0)
        self.last = monotonic()
        self._chance, self._lock, self._over, self._heap = Random(seed), Lock(), Event(), list[str]()
        self._chaotic, self._turn, self._busy = True, 0, False
        self._mirror = mirror(self._dies)
        self._server = self._serving()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def mirror(self) -> Mirror:
        """What it has."""
        return self._mirror

    @property
    def is_idle(self) -> bool:
        """Whether it has looked at all that came."""
        return not self._heap and not self._busy

    def restart(self) -> None:
        """Gone for a while, and with it what it remembered and had not written down."""
        self._close()
        with self._lock:
            self._turn += 1
            self._heap[:] = ["after it came again"]
            self.happened["gone"] += 1
        sleep(OUTAGE)
        self._server = self._serving()

    def calm(self) -> None:
        """From now on it answers well."""
        self._chaotic = False

    def close(self) -> None:
        """End."""
        self._over.set()
        self._close()
        self._reader.join()

    def take(self, turn: int, body: bytes, id: str) -> int | None:
        """The status for a nudge; None hangs up without a word, as one does that was there before the last restart."""
        if turn != self._turn:
            return None
        mishap, told = self._mishap(), json.loads(body)
        if mishap == "hung":
            sleep(HANGS * 3)
        status = {"dropped": None, "hung": None, "taken, not said": None, "answered 500": 500}.get(mishap, 204)
        with self._lock:
            self.last = monotonic()
            self.got.append(Nudge(id, told["data"]["cursor"], status == 204))
            if status == 204 or mishap == "taken, not said":
                self._heap += [id] * (2 if mishap == "taken twice" else 1)
        if mishap == "late":
            sleep(0.02)
        return status

    def _mishap(self) -> str:
        with self._lock:
            at = self._chance.random() if self._chaotic else 1.0
            for name, share in MISHAPS.items():
                if at < share:
                    self.happened[name] += 1
                    return name
                at -= share
        return ""

    def _dies(self) -> bool:
        with self._lock:
            return self._chaotic and self._chance.random() < DIES

    def _read(self) -> None:
        """In whatever order."""
        while not self._over.is_set():
            if not self._looks():
                sleep(0.01)
                continue
            try:
                self._mirror.follow()
            except CutOff:
                self.happened["died"] += 1
                self._heap.append("after it came again")

    def _looks(self) -> bool:
        """Take some of the heap, whichever lie on top."""
        with self._lock:
            self._chance.shuffle(self._heap)
            self._busy = bool(self._heap)
            del self._heap[: max(1, len(self._heap) // 2)]
        return self._busy

    def _close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _serving(self) -> ThreadingHTTPServer:
        server = ThreadingHTTPServer(("127.0.0.1", self.port), handler(partial(self.take, self._turn)))
        server.daemon_threads = True
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return server


def handler(take: Callable[[bytes, str], int | None]) -> type[BaseHTTPRequestHandler]:
    """What takes a nudge."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            status = take(self.rfile.read(int(self.headers["Content-Length"])), self.headers["webhook-id"])
            if status is None:
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

    return Handler
