"""The application over a real port, and a browser with cookies: it signs people in by asking its own issuer."""

from collections.abc import Callable, Iterator
from threading import Thread

import pytest
import requests
from flask import Flask
from werkzeug.serving import make_server

Ask = Callable[..., requests.Response]


@pytest.fixture
def server(app: Flask) -> Iterator[str]:
    """The application on a port of its own. Two threads at least: it waits for its own answer."""
    made = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=made.serve_forever, args=[0.02])
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    thread.join()


@pytest.fixture
def there(server: str) -> Ask:
    """One browser that keeps its cookies and follows where it is sent."""
    kept = requests.Session()
    kept.trust_env = False

    def ask(path: str, method: str = "GET", **more: object) -> requests.Response:
        address = path if path.startswith("http") else server + path
        return kept.request(method, address, timeout=10, **more)  # type: ignore[arg-type]

    return ask
