"""The application on an empty database, and browsers for its people."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import pytest
from cast import Plan, prepare
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import Engine
from web.browser import Browser

from minplan import access, config, create_app, db, own_data

PSEUDO = "xx"
EVERY_LANGUAGE = ("da", "en", "ar", PSEUDO)
# Where a test has an application of its own, at least its templates are compiled already.
COMPILED = FileSystemBytecodeCache(os.environ["MINPLAN_DATA"])
SETTINGS = replace(config.settings(), demo=True, languages=EVERY_LANGUAGE)


def _own() -> Flask:
    """The demo's application, with the pseudo-language, and with errors that reach the test."""
    made = create_app(SETTINGS)
    made.test_client_class = Browser
    made.jinja_env.bytecode_cache = COMPILED
    made.config["PROPAGATE_EXCEPTIONS"] = True
    return made


@cache
def _one_for_all() -> Flask:
    return _own()


@pytest.fixture
def apart() -> None:
    """Whoever asks for this has an application of its own, to add pages to."""


@pytest.fixture
def app(sqlite: Engine, request: pytest.FixtureRequest) -> Iterator[Flask]:  # noqa: ARG001 - the database stands ready
    """The same application for every test that is not `apart`, for making one takes longer than most tests. What a test
    sets in it is taken back."""
    made = _own() if "apart" in request.fixturenames else _one_for_all()
    with untouched(made):
        yield made


@contextmanager
def untouched(app: Flask) -> Iterator[None]:
    """What is set in it meanwhile is taken back."""
    kept = [(each, dict(each)) for each in (app.config, app.extensions, app.jinja_env.globals)]
    yield
    for changed, before in kept:
        for name in changed.keys() - before.keys():
            del changed[name]
        changed.update(before)


@pytest.fixture
def nobody(app: Flask) -> Browser:
    """A browser in which nobody has signed in."""
    return app.test_client()  # type: ignore[return-value]


@pytest.fixture
def newcomer(sqlite: Engine) -> Callable[..., access.PersonView]:  # noqa: ARG001
    """Somebody new who can come in: newcomer("citizen"), newcomer("staff", language="en")."""

    def make(kind: str, name: str = "Amira", language: str = "da") -> access.PersonView:
        with db.writing() as session:
            read = own_data.PRIVACY.isoformat()  # who has not is led by way of /privacy: test_own_data
            person = access.Person(kind=kind, name=name, language=language, privacy_seen=read)
            session.add(person)
            session.flush()
            return access.PersonView(person.id, kind, name, language, None)

    return make


@pytest.fixture
def browser(app: Flask) -> Callable[[access.PersonView], Browser]:
    """The browser in which this person has signed in."""
    return lambda person: app.test_client().come_in(person)  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def amira(app: Flask) -> Plan:  # noqa: ARG001 - the application's database is the one in use
    """Amira's plan and everybody around it, on the one database that pages need."""
    return prepare()


@pytest.fixture
def citizen(amira: Plan, browser: Callable[[access.PersonView], Browser]) -> Browser:
    """Amira's browser."""
    return browser(access.person(amira.citizen))  # type: ignore[arg-type]


@pytest.fixture
def bo(amira: Plan, browser: Callable[[access.PersonView], Browser]) -> Browser:
    """Her contact person's browser."""
    return browser(access.person(amira.bo))  # type: ignore[arg-type]
