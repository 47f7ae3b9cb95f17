"""minplan's own processes on one database: a server and a worker that can be killed, and come again."""

import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from time import sleep

from serving import free_port

TESTS = Path(__file__).parents[1]
_HERE = urllib.request.build_opener(urllib.request.ProxyHandler({}))
LOOK = 0.05  # seconds
# Whoever stood still with the machine is not taken for dead: the storm says who dies.
_SERVER = ["-k", "gthread", "--threads", "16", "--timeout", "600", "--no-control-socket", "--log-level", "critical"]


class Process:
    """A command in a group of its own, so that nothing of it outlives a SIGKILL."""

    def __init__(self, command: list[str], log: Path, **settings: str) -> None:
        self._command, self._log = command, log
        self._environment = os.environ | {"PYTHONPATH": str(TESTS), "MINPLAN_DEMO": "1"} | settings
        self.start()

    def start(self) -> None:
        """Run it."""
        with self._log.open("a") as log:
            self._running = subprocess.Popen(
                self._command, env=self._environment, cwd=TESTS.parent, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self) -> None:
        """SIGKILL to all of it, wherever it is."""
        os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait()

    def end(self) -> None:
        """Let it finish what it does."""
        self._running.terminate()
        try:
            until(lambda: not self.is_there, 20)
        finally:
            if self.is_there:
                self.kill()

    @property
    def is_there(self) -> bool:
        """Whether it still runs."""
        return self._running.poll() is None


class Server(Process):
    """The application behind gunicorn, as in production, always at the same address."""

    def __init__(self, log: Path, workers: int = 2, **settings: str) -> None:
        self.port = free_port()
        where = ["-b", f"127.0.0.1:{self.port}"]
        command = [sys.executable, "-m", "gunicorn", "minplan:create_app()", "-c", "python:minplan.logs"]
        super().__init__([*command, *where, *_SERVER, "-w", str(workers)], log, **settings)
        until(self.answers, 60)

    def answers(self) -> bool:
        """Whether it serves."""
        try:
            _HERE.open(f"http://127.0.0.1:{self.port}/healthz", timeout=2).close()
        except OSError:
            return False
        return True


class Worker(Process):
    """`minplan work` on the clock of the file `shift`."""

    def __init__(self, log: Path, shift: Path, **settings: str) -> None:
        super().__init__([sys.executable, "-m", "storm.worker", str(shift)], log, **settings)


def until(true: Callable[[], bool], seconds: float) -> None:
    """Wait for something. AssertionError: it did not come. The looks are counted, not the time: a machine that stands
    still for a minute has not waited."""
    for _ in range(round(seconds / LOOK)):
        if true():
            return
        sleep(LOOK)
    assert true(), "it did not happen"
