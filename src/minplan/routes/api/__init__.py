"""The address `/api/v1`: an application of its own, for systems and not for people. It reads no cookie."""

from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from flask import Flask

from minplan.config import Settings
from minplan.routes.api import closing

BASE = "/api/v1"
BODY_LIMIT = 1_000_000  # bytes


class Api:
    """The application, built when somebody first asks for it: a citizen's first page waits for no schema."""

    def __init__(self, found: Settings) -> None:
        self._settings = found

    def __call__(self, environ: Any, start_response: Any) -> Any:
        return self.app(environ, closing.heard(start_response))

    @cached_property
    def app(self) -> Flask:
        """The Flask application with every operation."""
        from minplan.routes import compression, requests
        from minplan.routes.api import addresses, answers, running

        app = Flask("minplan.api", static_folder=None)
        app.config.update(MAX_CONTENT_LENGTH=BODY_LIMIT, SECRET_KEY=None)
        app.extensions["minplan"] = self._settings
        app.json.sort_keys = False  # type: ignore[attr-defined]
        for part in (addresses, requests, compression, answers):
            part.install(app)
        for each in operations():
            running.add(app, each)
        return app


def operations() -> tuple[Any, ...]:
    """Every operation of the interface, in the order of its shelves."""
    from minplan.routes.api import operation

    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(operation.EVERY)
