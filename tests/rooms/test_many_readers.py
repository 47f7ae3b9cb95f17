"""As many professionals as the house has connections open a plan in the same moment."""

from contextlib import AbstractContextManager
from threading import Barrier, Thread

import pytest
from cast import Plan
from sqlalchemy import Engine
from sqlmodel import Session

from minplan import access, db
from minplan.access import Opening

READERS = 30  # pool and overflow of the readers, all in use


def test_who_reads_never_waits_for_a_connection_that_readers_hold(
    amira: Plan, database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    noting, all_here, came = db.noting, Barrier(READERS), list[int]()

    def together() -> AbstractContextManager[Session]:
        all_here.wait(20)
        return noting()

    def read() -> None:
        with access.view(amira.bo, amira.id):
            came.append(1)

    monkeypatch.setattr(db, "noting", together)
    readers = [Thread(target=read) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    with db.reading() as connection:
        assert len(connection.execute(Opening.__table__.select()).all()) == len(came) == READERS  # type: ignore[attr-defined]
