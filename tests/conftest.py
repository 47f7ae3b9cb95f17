"""What every test stands on: settings of its own, a real clock again after each test, and the databases."""

import os
import tempfile
from collections.abc import Iterator

import pytest

# Before minplan is imported: the developer's own settings and data stay out of the tests.
for name in list(os.environ):
    if name == "DATABASE_URL" or (name.startswith("MINPLAN_") and "_TEST_" not in name):
        del os.environ[name]
DATA = tempfile.TemporaryDirectory(prefix="minplan-test-")
os.environ["MINPLAN_DATA"] = DATA.name

from minplan import clock  # noqa: E402

pytest_plugins = ["databases", "cast"]


@pytest.fixture(autouse=True)
def _real_time() -> Iterator[None]:
    """A test may start the clock anywhere; the next one gets the real time back."""
    yield
    clock.start(None)
