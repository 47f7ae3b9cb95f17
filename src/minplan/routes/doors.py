"""The providers of this house: those that are configured, or the demo's own issuer."""

import os

from flask import Flask, abort, current_app, request

from minplan import providers
from minplan.config import ConfigError, Settings
from minplan.providers import DEMO, Provider

DEMO_PATH = "/demo-issuer"
DEMO_CLIENT = "minplan"


def install(app: Flask) -> None:
    """Read the providers' file, and ask nothing of anybody. Raises ConfigError."""
    found: Settings = app.extensions["minplan"]
    try:
        read = providers.load(found.providers, os.environ) if found.providers else ()
    except providers.Nonsense as error:
        raise ConfigError(str(error)) from None
    app.extensions["minplan_providers"] = {each.id: each for each in read}


def everyone() -> list[Provider]:
    """The configured providers, the citizens' first; none in the demo, whose people are picked by name."""
    return list(current_app.extensions["minplan_providers"].values())


def provider(name: str) -> Provider:
    """The provider of this name; where there is none, the page is not there."""
    return known(name) or abort(404)


def known(name: str) -> Provider | None:
    """The provider of this name, or None."""
    found: Provider | None = current_app.extensions["minplan_providers"].get(name)
    return _demo() if found is None and name == DEMO and current_app.extensions["minplan"].demo else found


def _demo() -> Provider:
    """The demo's issuer is this very server, on the machine itself; only a request knows its port."""
    return Provider(
        id=DEMO,
        kind=DEMO,
        issuer=f"http://127.0.0.1:{request.environ['SERVER_PORT']}{DEMO_PATH}",
        client_id=DEMO_CLIENT,
        auth="none",
        algorithms=("ES256",),
        acr_values=("substantial",),
        levels=("substantial",),
    )


def here(path: str) -> str:
    """The address of a page of ours, as people reach it."""
    return (current_app.extensions["minplan"].public_url or request.host_url.rstrip("/")) + path
