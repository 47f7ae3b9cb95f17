"""Eight pictures of a page are asked for at the same moment, also of a server that has just begun."""

import subprocess
import sys

import pytest
from booklets import booklet

from minplan.booklet import making

_AT_FIRST = """
import sys
sys.path.insert(0, "tests")
from concurrent.futures import ThreadPoolExecutor
from booklets import booklet
from minplan.booklet import picture
found = booklet()
with ThreadPoolExecutor(16) as many:
    print(len(list(many.map(lambda n: picture(found, n % 8 + 1), range(16)))))
"""


def test_nobody_waits_for_ever_when_many_come_first() -> None:
    told = subprocess.run([sys.executable, "-c", _AT_FIRST], timeout=60, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "16"


def test_what_cannot_be_made_keeps_nobody_elses_place() -> None:
    for _ in range(making.AT_ONCE + 1):
        with pytest.raises(Exception, match="No such file"):
            making.compiled({}, "page", 0, template="there-is-none.typ")
    assert making.picture(booklet(), 1).startswith(b"\x89PNG")
