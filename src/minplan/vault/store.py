"""Every query about keys. They lie in a database of their own, never beside what they open."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from uuid import UUID

from sqlalchemy import Column, DateTime, Engine, LargeBinary, MetaData, Table, Uuid, delete, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from minplan import clock, config, db
from minplan.errors import Locked

_metadata = MetaData()
_keys = Table(
    "citizen_key",
    _metadata,
    Column("owner", Uuid, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
)
_EVERY = select(_keys.c.owner, _keys.c.wrapped).order_by(_keys.c.owner)
_engine: Engine | None = None
_opening = Lock()
_log = logging.getLogger("minplan.vault")


@contextmanager
def _reaching() -> Iterator[None]:
    """Where the keys cannot be reached, what they open is locked for now, and nothing else goes wrong."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        _log.exception("the keys cannot be reached")
        raise Locked(lost=False) from error


def engine() -> Engine:
    """The process's engine for keys, opened and its table made on first use."""
    with _opening:
        if _engine is None:
            use(db.open_engine(config.settings().keys_url, forgetful=True))
    assert _engine is not None
    return _engine


def use(other: Engine) -> None:
    """Let this process look for keys elsewhere from now on."""
    global _engine
    _metadata.create_all(other)
    _engine = other


@_reaching()
def find(owner: UUID) -> bytes | None:
    """The locked key of a person. Raises Locked, as `add` and `remove` do, where the keys cannot be reached."""
    with engine().connect() as connection:
        return connection.execute(select(_keys.c.wrapped).where(_keys.c.owner == owner)).scalar_one_or_none()


@_reaching()
def add(owner: UUID, wrapped: bytes) -> bool:
    """Keep a locked key; False where the person has one, which stays: also where two come at once."""
    if find(owner) is not None:
        return False
    try:
        with _writing().begin() as connection:
            connection.execute(insert(_keys).values(owner=owner, wrapped=wrapped, made_at=clock.now()))
    except IntegrityError:
        return False
    return True


@_reaching()
def remove(owner: UUID) -> bool:
    """Let go of a person's key."""
    with _writing().begin() as connection:
        return connection.execute(delete(_keys).where(_keys.c.owner == owner)).rowcount > 0


def every() -> list[tuple[UUID, bytes]]:
    """Whose keys there are, each of them locked."""
    with engine().connect() as connection:
        return [(row.owner, row.wrapped) for row in connection.execute(_EVERY)]


def turn(turned: Callable[[UUID, bytes], bytes]) -> None:
    """Put in the place of every locked key what `turned` makes of it, all or none, while nobody else writes."""
    with _writing().begin() as connection:
        for owner, wrapped in connection.execute(_EVERY.with_for_update()).all():
            new = turned(owner, wrapped)
            if new != wrapped:
                connection.execute(update(_keys).where(_keys.c.owner == owner).values(wrapped=new))


def _writing() -> Engine:
    return engine().execution_options(**{db.WRITE: True})
