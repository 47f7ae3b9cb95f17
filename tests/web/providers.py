"""A rogue provider, and a town that both its citizens and its colleagues sign in to there."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from web.fixtures import untouched
from web.rogue import Rogue, rogue
from web.town import CITIZENS, COLLEAGUES, Ask, Town, citizen, founded, is_in


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Rogue, Town]]:
    """Both are built once: that takes longer than most of what is tried there."""
    with rogue() as provider:
        written = (CITIZENS + COLLEAGUES).format(issuer=provider.address)
        with founded(tmp_path_factory.mktemp("town"), written) as town:
            yield provider, town


@pytest.fixture
def provider(standing: tuple[Rogue, Town]) -> Rogue:
    """Honest again, and knowing nothing of what was asked before."""
    found = standing[0]
    vars(found).update(vars(Rogue(found.address)))
    return found


@pytest.fixture
def town(sqlite: Engine, provider: Rogue, standing: tuple[Rogue, Town]) -> Iterator[Town]:  # noqa: ARG001
    """Amira is known by her id number; the colleagues' provider brings whoever has a role. What a test sets in the
    application, and what it has learned of its providers, is taken back."""
    town = standing[1]
    citizen()
    with untouched(town.app):
        yield town


def come_in(town: Town, door: str = "mitid") -> Ask:
    """A browser in which whoever the provider vouches for has come in."""
    ask = town.browser()
    ask(f"/sign-in/{door}")
    assert is_in(ask)
    return ask
