"""Somebody at a page of a server that really runs: signed in by name, as the demo lets them, and sending its forms."""

from contextlib import closing
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener
from uuid import UUID

from storm.line import LONGEST


class Visitor:
    """One person with a browser of their own."""

    def __init__(self, port: int, person: UUID) -> None:
        self._port, jar = port, CookieJar()
        here = build_opener(ProxyHandler({}), HTTPCookieProcessor(jar))
        sent = urlencode({"person": str(person)}).encode()
        here.open(f"http://127.0.0.1:{port}/sign-in", sent, timeout=LONGEST).close()
        self._cookie = "; ".join(f"{each.name}={each.value}" for each in jar)

    def reword(self, plan: UUID, step: UUID, seen: UUID, text: str) -> int:
        """The status of the answer to other words for a step, where `seen` stood before their eyes."""
        line = HTTPConnection("127.0.0.1", self._port, timeout=LONGEST)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self._cookie}
        fields = urlencode({"title": text, "seen_title": str(seen)})
        line.request("POST", f"/plans/{plan}/steps/{step}/title", fields, headers)
        with closing(line):
            return line.getresponse().status
