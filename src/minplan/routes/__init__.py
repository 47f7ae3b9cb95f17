"""Routes: the web. Parse what came, knock at a room's door, show the answer. `create_app` builds it.

Every module here that has a `bp` is one shelf of pages and is found by itself.
"""

from importlib import import_module
from pkgutil import iter_modules

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from minplan import config, language
from minplan.config import Settings
from minplan.routes import (
    api,
    assets,
    compression,
    cookies,
    doors,
    errors,
    helping,
    languages,
    limits,
    marks,
    pickers,
    reply,
    requests,
    security,
    visitor,
)
from minplan.routes.templates import PlainEnvironment

# Requests meet these in this order, so that whatever is refused is refused in the reader's language.
# Answers meet them the other way round: what is compressed is finished.
PARTS = (
    requests, compression, languages, security, marks, limits, visitor, assets, pickers, reply, errors, doors, helping
)  # fmt: skip
FORM_LIMIT = 64_000  # bytes; the longest form has a few texts of 2,000 characters


def create_app(settings: Settings | None = None) -> Flask:
    """The web application. Opens no file and no connection before the first request. Raises ConfigError."""
    found = settings or config.settings()
    language.check(found.languages)
    app = Flask("minplan", static_folder=None)
    app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {api.BASE: api.Api(found)})  # type: ignore[method-assign]
    app.config.update(_flask_settings(found))
    app.extensions["minplan"] = found
    app.jinja_environment = PlainEnvironment
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in PARTS:
        part.install(app)
    _add_pages(app, found)
    return app


def _flask_settings(found: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": found.secret,
        "SESSION_COOKIE_NAME": cookies.named("minplan", found),
        "SESSION_COOKIE_SAMESITE": "Lax",  # Strict would lose the way back from the issuer
        "SESSION_COOKIE_SECURE": found.secure,
        "MAX_CONTENT_LENGTH": FORM_LIMIT,
        "MAX_FORM_MEMORY_SIZE": FORM_LIMIT,
        "MAX_FORM_PARTS": 100,
        "TEMPLATES_AUTO_RELOAD": False,
    }


def _add_pages(app: Flask, found: Settings) -> None:
    for module in iter_modules(__path__):
        shelf = import_module(f"{__name__}.{module.name}")
        if hasattr(shelf, "bp") and (found.demo or not getattr(shelf, "DEMO_ONLY", False)):
            app.register_blueprint(shelf.bp)
