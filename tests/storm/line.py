"""The interface as a system asks it over HTTP: again and again until somebody answers."""

import json
from http.client import HTTPConnection, HTTPException
from time import sleep
from typing import Any

TRIES = 2_000  # of which each that fails takes a twentieth of a second: counted, since a machine may stand still
LONGEST = 300  # seconds for an answer: whoever is killed hangs up
AGAIN = frozenset({429, 503})


class Line:
    """One connection that stays. `faults` counts answers from 500 on, which there must be none of."""

    def __init__(self, port: int, key: str) -> None:
        self._port, self._key = port, key
        self._open: HTTPConnection | None = None
        self.faults = 0

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any, str]:
        """Status, body and ETag, of whichever try is answered."""
        for _ in range(TRIES):
            try:
                status, said, etag = self._once(method, path, body, headers)
            except (OSError, HTTPException):
                self.close()
                sleep(0.05)
                continue
            self.faults += status >= 500 and status not in AGAIN
            if status not in AGAIN and status < 500:
                return status, json.loads(said) if said else None, etag
            sleep(0.1)
        raise AssertionError("nobody answered")

    def close(self) -> None:
        """Hang up."""
        if self._open:
            self._open.close()
        self._open = None

    def _once(self, method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, bytes, str]:
        self._open = self._open or HTTPConnection("127.0.0.1", self._port, timeout=LONGEST)
        sent = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        self._open.request(method, f"/api/v1{path}", json.dumps(body) if body is not None else None, sent)
        answer = self._open.getresponse()
        return answer.status, answer.read(), answer.headers.get("ETag", "")
