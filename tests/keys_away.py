"""A database of keys that cannot be reached: a file that is something else, and a server that does not answer."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine

from minplan import db


def away(place: Path) -> Iterator[Engine]:
    """Engines that fail at the first question."""
    broken = place / "broken.sqlite3"
    broken.write_bytes(b"no database, but some other file " * 9)
    for address in (f"sqlite:///{broken}", "postgresql://127.0.0.1:1/keys"):
        engine = db.open_engine(address, forgetful=True)
        yield engine
        engine.dispose()
