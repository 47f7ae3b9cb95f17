"""Bodies at a server that really runs: one that does not say how long it is is read whole, or is refused."""

import json
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse
from typing import Any

import pytest

from minplan.routes.api import BODY_LIMIT
from storm.processes import Server
from storm.world import SENDER, World, world

MESSAGE = {"id": "m", "type": "goal", "subject": "g", "plan": "p", "version": 1, "data": {}}
SENT = json.dumps({"messages": [MESSAGE]}).encode()


@pytest.fixture
def laid(sqlite: object) -> Any:  # noqa: ARG001 - what was the database before is it again
    """Somewhere to send to."""
    with world("sqlite", plans=1) as here:
        yield here


def _cut(body: bytes) -> Iterator[bytes]:
    return (body[at : at + 50_000] for at in range(0, len(body), 50_000))


def _answer(port: int, key: str, body: bytes, is_chunked: bool = True) -> tuple[HTTPResponse, Any]:
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    if not is_chunked:
        headers["Content-Length"] = str(len(body))
    with suppress(ConnectionError):  # who is refused may be hung up on before all is sent
        line.request("POST", "/api/v1/inbox", _cut(body), headers, encode_chunked=is_chunked)
    found = line.getresponse()
    told = json.loads(found.read())
    line.close()
    return found, told


def test_no_beginning_of_a_body_is_taken_for_the_whole(laid: World) -> None:
    server, key = Server(laid.place / "log", workers=1, **laid.settings), laid.keys[SENDER]
    try:
        filled = SENT + b" " * (BODY_LIMIT - len(SENT))
        for body in (SENT, filled):
            assert _answer(server.port, key, body)[0].status == 200
        for is_chunked in (True, False):
            found, told = _answer(server.port, key, filled + b" ", is_chunked)
            assert (found.status, told["type"]) == (413, "/api/v1/problems/too-large")
            assert found.headers["Connection"] == "close"
        for body in (SENT + b"x", SENT[:-1] + b"}}", SENT + SENT):
            found, told = _answer(server.port, key, body)
            assert (found.status, told["type"]) == (400, "/api/v1/problems/not-json")
            assert found.headers["Connection"] == "keep-alive"
    finally:
        server.end()
