"""What every test stands on: settings of its own, a real clock again after each test, and the databases."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before minplan is imported: the developer's own settings and data stay out of the tests.
for name in list(os.environ):
    if name == "DATABASE_URL" or (name.startswith("MINPLAN_") and "_TEST_" not in name):
        del os.environ[name]
DATA = tempfile.TemporaryDirectory(prefix="minplan-test-")
os.environ["MINPLAN_DATA"] = DATA.name

from minplan import clock  # noqa: E402

pytest_plugins = ["databases", "cast"]
LONG = {"slow": 60, "browser": 12}  # as many usual tests take about as long as one of these


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest come first, so that no process is left alone with one at the end (see bin/test)."""
    takes: Counter[Path] = Counter()
    for item in items:
        takes[item.path] += max([weight for mark, weight in LONG.items() if item.get_closest_marker(mark)], default=1)
    items.sort(key=lambda item: (-takes[item.path], item.path))


@pytest.fixture(autouse=True)
def _real_time() -> Iterator[None]:
    """A test may start the clock anywhere; the next one gets the real time back."""
    yield
    clock.start(None)
