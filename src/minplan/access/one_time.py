"""Things that may be used once and soon: what a sign-in under way remembers, and the demo issuer's codes.

The key is kept hashed: who reads the table can use nothing in it.
"""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel

from minplan import clock, db


class OneTime(SQLModel, table=True):
    """One thing, until `expires_at`."""

    __tablename__ = "one_time"

    key: str = Field(primary_key=True)
    value: str
    expires_at: datetime = Field(index=True)


_table = OneTime.__table__  # type: ignore[attr-defined]


def put(key: str, value: str, seconds: int) -> None:
    """Keep `value` under `key` for so long. What has expired goes at the same time."""
    now = clock.now()
    row = {"key": _hashed(key), "value": value, "expires_at": now + timedelta(seconds=seconds)}
    with db.writing() as session:
        session.execute(delete(_table).where(_table.c.expires_at < now))
        session.execute(delete(_table).where(_table.c.key == row["key"]))
        session.execute(insert(_table).values(row))


def first(session: Session, key: str, seconds: int) -> bool:
    """Whether `key` comes for the first time within so long; of two who ask at once, one is told so.

    Noted with what `session` does, or not at all.
    """
    now = clock.now()
    row = {"key": _hashed(key), "value": "", "expires_at": now + timedelta(seconds=seconds)}
    session.execute(delete(_table).where(_table.c.expires_at < now))
    insert_into = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    noted = insert_into(_table).values(row).on_conflict_do_nothing().returning(_table.c.key)
    return session.execute(noted).first() is not None


def peek(key: str) -> str | None:
    """The value, which stays until its time is over; None when there is none."""
    found = select(_table.c.value).where(_table.c.key == _hashed(key), _table.c.expires_at >= clock.now())
    with db.reading() as connection:
        return connection.execute(found).scalar_one_or_none()


def take(key: str) -> str | None:
    """The value, and it is gone: of two who ask, one gets it. None when there is none or its time is over."""
    gone = delete(_table).where(_table.c.key == _hashed(key), _table.c.expires_at >= clock.now())
    with db.writing() as session:
        return session.execute(gone.returning(_table.c.value)).scalar_one_or_none()


def _hashed(key: str) -> str:
    return sha256(key.encode("utf-8", "replace")).hexdigest()
