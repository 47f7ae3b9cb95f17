"""A small storm on each database: two deaths, and neither end knows more or less than the other."""

import pytest

from storm.blowing import blow
from storm.conflict import clash
from storm.world import world

WELL = {"lost": 0, "twice": 0, "unequal": 0, "out_of_order": 0, "faults": 0}


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Which database, and its server."""
    is_server = request.param == "postgresql"
    return request.param, request.getfixturevalue("postgresql_server") if is_server else ""


@pytest.mark.slow
def test_both_ends_are_equal_after_it(where: tuple[str, str]) -> None:
    with world(*where) as here:
        found = blow(here, 100, 2, 1)
    assert {name: found[name] for name in WELL} == WELL, found
    assert found["killed"] == 2


@pytest.mark.slow
def test_nobody_overwrites_anybody(where: tuple[str, str]) -> None:
    with world(*where, 3) as here:
        found = clash(here, 3, 1)
    outcomes = found.pop("outcomes")
    assert set(found.values()) == {0}, (found, outcomes)
    assert outcomes["written by systems"] and outcomes["written by people"] and outcomes["goals, 422"]
    assert outcomes["pages, 303"]
