"""A receiver of webhooks on loopback that can be slow, rude or gone, and remembers what it was told."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any, NamedTuple


class Got(NamedTuple):
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> Any:
        """What it says."""
        return json.loads(self.body)


@dataclass
class Receiver:
    """`answers` gives the status for a request: a number, a number with headers, or None to hang up without one."""

    got: list[Got] = field(default_factory=list)
    answers: Callable[[Got], Any] = lambda _: 204
    port: int = 0
    _lock: Lock = field(default_factory=Lock)

    @property
    def host(self) -> str:
        """As the list of hosts names it."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """Where events are sent."""
        return f"http://{self.host}/events"

    def take(self, got: Got) -> Any:
        """Remember it, and answer."""
        with self._lock:
            self.got.append(got)
        return self.answers(got)


@contextmanager
def receiving() -> Iterator[Receiver]:
    """The receiver, as long as the block lasts."""
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            said = found.take(Got(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            if said is None:
                self.close_connection = True
                return
            status, headers = said if isinstance(said, tuple) else (said, {})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.port = server.server_port
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)
