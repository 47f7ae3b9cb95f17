"""The application served on loopback as `bin/run` serves it: for the browser tests, the pictures and the bench."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minplan import config

ROOT = Path(__file__).parents[1]
SECONDS = 30
_OPTIONS = ["-k", "gthread", "--no-control-socket", "--log-level", "warning", "-c", "python:minplan.logs"]


@contextmanager
def served(
    place: Path, log: Path | None = None, workers: int = 1, threads: int = 16, port: int = 0, **settings: str
) -> Iterator[str]:
    """The address of the demo whose data lies at `place`; its log goes to a file if given. RuntimeError: no start."""
    port = port or free_port()
    command = [sys.executable, "-m", "gunicorn", "minplan:create_app()", "-b", f"127.0.0.1:{port}", *_OPTIONS]
    command += ["-w", str(workers), "--threads", str(threads)]
    environment = os.environ | {"MINPLAN_DATA": str(place), "MINPLAN_DEMO": "1", "THREADS": str(threads)}
    # What a test's own process lets somebody keep opens there too.
    found = config.settings()
    environment |= {"MINPLAN_KEYS_URL": found.keys_url, "MINPLAN_VAULT_KEY": found.vault_key} | settings
    server = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=log.open("w") if log else None)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz")
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str) -> None:
    # No proxy stands between a machine and itself, whatever the environment says.
    here = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(SECONDS * 20):
        try:
            here.open(address, timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
