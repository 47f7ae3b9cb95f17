"""Systems for tests: let in with a key, and asking as a machine does."""

from typing import Any, NamedTuple
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from minplan import office, sync
from minplan.access import HOME

BASE = "/api/v1"


class Machine(NamedTuple):
    """A system with its key and a client that sends it."""

    person_id: UUID
    key: str
    client: FlaskClient

    def ask(self, method: str, path: str, json: Any = None, **headers: str) -> TestResponse:
        """An answer of the interface; `headers` with underscores for hyphens."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        sent |= {"Authorization": f"Bearer {self.key}"}
        return self.client.open(f"{BASE}{path}", method=method, json=json, headers=sent)

    def get(self, path: str, **headers: str) -> TestResponse:
        """The answer to a GET."""
        return self.ask("GET", path, **headers)


def let_in(
    app: Flask, code: str = "fagsystem", municipality: str = HOME, *scopes: str, departments: tuple[str, ...] = ()
) -> Machine:
    """A system of a municipality, with all scopes when none is named."""
    new = sync.NewSystem(code=code, name=code.title(), scopes=scopes or sync.SCOPES, departments=departments)
    person_id, key = sync.add_system(office.operator(municipality), new)
    assert key
    return Machine(person_id, key, app.test_client(use_cookies=False))


@pytest.fixture
def machine(app: Flask, amira: Any) -> Machine:
    """The case system of Amira's municipality."""
    return let_in(app)
