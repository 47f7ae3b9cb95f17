"""Many ids at a time, and never more than a database takes in one statement."""

from collections.abc import Collection, Iterator
from uuid import UUID

MOST = 10_000


def parts(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    """All of them, so many in each."""
    every = list(ids)
    return (every[at : at + MOST] for at in range(0, len(every), MOST))
