"""Verb: hand an event to a receiver, once, and never longer than a receiver may take."""

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Event, Lock, Thread
from time import monotonic
from typing import NamedTuple

from minplan.sync.actions.emptying import emptied
from minplan.sync.egress import Place

CONNECT = 5  # seconds until it must have let us in
LONGEST = 15  # seconds until it must have answered, however slowly it talks


class Answer(NamedTuple):
    """What a receiver said: its `status`, or None and why there is none; and for how long it asks not to be asked."""

    status: int | None
    problem: str | None = None
    retry_after: str | None = None
    took_ms: int = 0


class Line:
    """A connection that stays. It follows no redirect and knows no proxy; a name is looked up when it connects."""

    def __init__(self) -> None:
        self._connection: HTTPConnection | None = None
        self._to: Place | None = None
        self.until: float | None = None

    def post(self, place: Place, body: bytes, headers: Mapping[str, str]) -> Answer:
        """One POST. Never raises for the receiver."""
        begun = monotonic()
        self.until = begun + LONGEST
        try:
            response = self._answer(place, body, headers)
            found = Answer(response.status, None, response.getheader("Retry-After"))
        except (OSError, HTTPException, ValueError) as error:
            found = Answer(None, "timeout" if monotonic() >= self.until else _why(error))
            self.close()
        self.until = None
        return found._replace(took_ms=round((monotonic() - begun) * 1000))

    def close(self) -> None:
        """Hang up."""
        if self._connection:
            self._connection.close()
        self._connection = None

    def cut(self) -> None:
        """Whoever talks byte by byte keeps no one for longer than the rest."""
        sock = self._connection.sock if self._connection else None
        if sock:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def _answer(self, place: Place, body: bytes, headers: Mapping[str, str]) -> HTTPResponse:
        was_open = self._connection is not None and self._to == place
        try:
            return self._asked(place, body, headers)
        except (ConnectionError, HTTPException):
            if not was_open or self._is_late():
                raise
            self.close()  # it had hung up meanwhile
            return self._asked(place, body, headers)

    def _asked(self, place: Place, body: bytes, headers: Mapping[str, str]) -> HTTPResponse:
        connection = self._open(place)
        connection.request("POST", place.path, body, dict(headers))
        response = connection.getresponse()
        if self._is_late():  # a line that was cut looks like the end of the headers
            raise TimeoutError
        emptied(response)
        if not response.isclosed():
            self.close()
        return response

    def _is_late(self) -> bool:
        return self.until is not None and monotonic() >= self.until

    def _open(self, place: Place) -> HTTPConnection:
        if self._connection is None or self._to != place:
            self.close()
            self._connection, self._to = _connection(place), place
            self._connection.connect()
            self._connection.sock.settimeout(LONGEST)
        return self._connection


def _connection(place: Place) -> HTTPConnection:
    if place.is_secure:
        return HTTPSConnection(place.host, place.port, timeout=CONNECT, context=_trust())
    return HTTPConnection(place.host, place.port, timeout=CONNECT)


@cache
def _trust() -> ssl.SSLContext:
    """The certificates of the operating system, read once: their files are many."""
    found = ssl.create_default_context()
    found.set_alpn_protocols(["http/1.1"])
    return found


def _why(error: Exception) -> str:
    kinds = {TimeoutError: "timeout", ssl.SSLError: "tls", socket.gaierror: "unknown_host"}
    kinds |= {ConnectionRefusedError: "refused"}
    return next((why for kind, why in kinds.items() if isinstance(error, kind)), "broken_off")


class Watch:
    """Cuts the lines that have been talking for too long, until it is told to stop."""

    def __init__(self) -> None:
        self._lines: set[Line] = set()
        self._lock = Lock()
        self._over = Event()
        self._thread = Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def take(self, line: Line) -> Line:
        """Look after this line too."""
        with self._lock:
            self._lines.add(line)
        return line

    def leave(self, line: Line) -> None:
        """It is hung up."""
        line.close()
        with self._lock:
            self._lines.discard(line)

    def close(self) -> None:
        """Stop."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(0.5):
            with self._lock:
                late = [line for line in self._lines if line.until and line.until < monotonic()]
            for line in late:
                line.cut()
