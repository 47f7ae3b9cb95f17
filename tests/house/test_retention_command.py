"""The operator lets go of what is past its time, or looks first."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from minplan import access, clock, own_data
from minplan.cli import main


@pytest.fixture
def _old(sqlite: Engine) -> None:  # noqa: ARG001
    access.put("one", "value", 60)
    clock.start(clock.now() + timedelta(hours=1))


@pytest.mark.usefixtures("_old")
def test_it_counts_goes_and_says_nothing_of_anybody(capsys: pytest.CaptureFixture[str]) -> None:
    for words, gone in ((["--dry-run"], 1), ([], 1), ([], 0)):
        assert main(["retention", *words]) == 0
        assert dict(line.split() for line in capsys.readouterr().out.splitlines())["one_time"] == str(gone)


def test_it_prints_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["retention", "--table"]) == 0
    assert capsys.readouterr().out.strip() == own_data.table()
