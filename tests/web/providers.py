"""A rogue provider, and a town that both its citizens and its colleagues sign in to there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from web.rogue import Rogue, rogue
from web.town import CITIZENS, COLLEAGUES, Ask, Town, citizen, founded, is_in


@pytest.fixture
def provider() -> Iterator[Rogue]:
    with rogue() as made:
        yield made


@pytest.fixture
def town(sqlite: Engine, tmp_path: Path, provider: Rogue) -> Iterator[Town]:  # noqa: ARG001
    """Amira is known by her id number; the colleagues' provider brings whoever has a role."""
    with founded(tmp_path, (CITIZENS + COLLEAGUES).format(issuer=provider.address)) as made:
        citizen()
        yield made


def come_in(town: Town, door: str = "mitid") -> Ask:
    """A browser in which whoever the provider vouches for has come in."""
    ask = town.browser()
    ask(f"/sign-in/{door}")
    assert is_in(ask)
    return ask
