"""Asking minplan, as any case system does: JSON over HTTP, with a key."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import requests

CODE = "demo-fagsystem"  # what minplan calls this system, and its own ids are filed under
SHELVES = ("goals", "milestones", "steps", "meetings")
SECONDS = 40  # longer than any question may wait for news


class Silent(Exception):
    """Nobody answers there."""


@dataclass
class House:
    """minplan at an address such as http://127.0.0.1:8000."""

    address: str
    key: str = ""
    _session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self._session.trust_env = False  # no proxy stands between a machine and itself

    def ask(self, method: str, path: str, json: Any = None, **headers: str) -> requests.Response:
        """An answer, whatever it says. Raises Silent."""
        sent = headers | {"Authorization": f"Bearer {self.key}"}
        try:
            return self._session.request(
                method, f"{self.address}/api/v1{path}", json=json, headers=sent, timeout=SECONDS
            )
        except requests.RequestException as error:
            raise Silent from error

    def get(self, path: str) -> Any:
        """What stands there; None where nothing does (any more). Raises Silent where there is no such answer."""
        answer = self.ask("GET", path)
        if answer.status_code == 404:
            return None
        if answer.status_code != 200:
            raise Silent
        return answer.json()

    def each(self, path: str) -> Iterator[Any]:
        """Everything of a list, page by page."""
        after = ""
        while page := self.get(f"{path}?limit=200{after}"):
            yield from page["items"]
            if not page["next"]:
                return
            after = f"&after={page['next']}"

    def knows_me(self) -> bool:
        """Whether the key opens anything."""
        return self.ask("GET", "/me").status_code == 200
