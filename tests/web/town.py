"""A town: the application as production serves it, on a real port, with providers that people sign in at."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Any

import requests
from flask import Flask
from web.fixtures import COMPILED
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from minplan import access, config, create_app, db, identity

NUMBER = "0101901234"
SECRET = "a-secret-that-only-two-know"
os.environ["TOWN_SECRET"] = SECRET

Ask = Callable[..., requests.Response]

CITIZENS = """
[[provider]]
id = "mitid"
kind = "citizen"
issuer = "{issuer}"
client_id = "minplan"
auth = "client_secret_basic"
secret_env = "TOWN_SECRET"
acr_values = ["substantial"]
levels = ["substantial", "high"]
max_age = 600
label = {{ da = "Log ind med MitID", en = "Sign in with MitID" }}
claims = {{ number = "cpr" }}
"""
COLLEAGUES = """
[[provider]]
id = "ansatte"
kind = "staff"
issuer = "{issuer}"
client_id = "minplan"
auth = "client_secret_post"
secret_env = "TOWN_SECRET"
label = {{ da = "Log ind som ansat" }}
claims = {{ user = ["tid", "oid"], roles = "realm.roles", email = "email" }}
roles = {{ lead = "leader", caseworker = "staff" }}
create = true
"""


@dataclass
class Town:
    """The application at an address. Each `browser()` keeps its own cookies and follows where it is sent."""

    app: Flask
    address: str

    def browser(self) -> Ask:
        kept = requests.Session()
        kept.trust_env = False

        def ask(path: str, method: str = "GET", **more: Any) -> requests.Response:
            address = path if path.startswith("http") else self.address + path
            return kept.request(method, address, timeout=20, **more)

        return ask


@contextmanager
def serving(app: Any) -> Iterator[tuple[str, Any]]:
    """A WSGI application on a port of its own: its address, and the server."""
    made = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=made.serve_forever, args=[0.02])
    thread.start()
    try:
        yield f"http://127.0.0.1:{made.server_port}", made
    finally:
        made.shutdown()
        thread.join()
        made.server_close()


@contextmanager
def founded(place: Path, written: str) -> Iterator[Town]:
    """The town whose providers' file says so."""
    file = place / "providers.toml"
    file.write_text(written, "utf-8")
    with serving(Response("not yet")) as (address, server):
        found = replace(config.settings(), demo=False, public_url=address, providers=file)
        app = server.app = create_app(found)
        app.jinja_env.bytecode_cache = COMPILED
        yield Town(app, address)


def citizen(number: str = NUMBER, kind: str = "citizen", **more: Any) -> access.Person:
    """A citizen whom the municipality knows by the id number."""
    return _kept(access.Person(kind=kind, name="Amira", number_hash=identity.number_hash("home", number), **more))


def colleague(email: str, kind: str = "staff", **more: Any) -> access.Person:
    """Somebody who works there."""
    return _kept(access.Person(kind=kind, name="Bo", email=email, **more))


def _kept(person: access.Person) -> access.Person:
    with db.writing() as session:
        session.add(person)
    return person


def is_in(ask: Ask) -> bool:
    """Whether somebody has signed in in this browser."""
    return ask("/", allow_redirects=False).headers["Location"] != "/sign-in"
