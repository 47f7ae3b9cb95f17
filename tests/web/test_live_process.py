"""The live room in a process as it is served: it keeps so many lines and stays quick, and it ends without waiting."""

import time
from pathlib import Path

import pytest
import requests
from bench.table import laid
from flask import Flask

from minplan import config

THREADS, HELD = 16, 8


@pytest.fixture
def address(tmp_path: Path) -> str:
    (tmp_path / "secret").write_text(config.settings().secret, "ascii")
    return f"sqlite:///{tmp_path}/minplan.sqlite3"


def test_a_full_process_asks_to_come_again_still_shows_pages_and_ends_at_once(
    app: Flask, tmp_path: Path, address: str
) -> None:
    with laid(app, tmp_path, address, workers=1, threads=THREADS) as table:
        lines = [listen(table.address + table.here, table.cookie(table.citizen)) for _ in range(HELD + 2)]
        assert [line.status_code for line in lines] == [200] * HELD + [503, 503]
        assert table.client(table.citizen).get(f"{table.here}/room")[0] == 200
        asked = time.monotonic()
    assert time.monotonic() - asked < 5
    assert all(b"changed" in line.raw.read() for line in lines[:HELD]), "each came to its end"


def listen(here: str, cookie: str) -> requests.Response:
    browser = requests.Session()
    browser.trust_env = False
    return browser.get(f"{here}/live", headers={"Cookie": cookie}, stream=True, timeout=10)
