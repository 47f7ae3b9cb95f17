"""How often something may be tried: counted in the database, so that it holds across processes and restarts."""

import hmac
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from minplan import clock, config, db
from minplan.identity.sign_in import Attempt

_table = Attempt.__table__  # type: ignore[attr-defined]


def within(what: str, who: str, most: int, seconds: int) -> bool:
    """Count one more try of `what` by `who`; False when it is more than `most` in so many seconds.

    `who` may be an address or a person; only a keyed hash of it is kept, until the time is over.
    """
    now = clock.now()
    with db.writing() as session:
        session.execute(delete(_table).where(_table.c.ends_at < now))
        tried = _counted(session, _key(what, who, now, seconds), now + timedelta(seconds=seconds))
    return tried <= most


def not_counted(what: str, who: str, seconds: int) -> None:
    """What `within` has just counted was no guess: it is taken back, so that only what fails is counted."""
    key = _key(what, who, clock.now(), seconds)
    with db.writing() as session:
        fewer = update(_table).where(_table.c.key == key, _table.c.times > 0)
        session.execute(fewer.values(times=_table.c.times - 1))


def _key(what: str, who: str, now: datetime, seconds: int) -> str:
    stretch = int(now.timestamp()) // seconds
    said = f"{what}:{who}:{stretch}".encode("utf-8", "replace")
    return hmac.new(config.settings().secret.encode(), said, "sha256").hexdigest()


def _counted(session: Session, key: str, ends_at: datetime) -> int:
    """One more, in one statement: of many who try at once each gets a number of their own."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    first = insert(_table).values(key=key, times=1, ends_at=ends_at)
    more = first.on_conflict_do_update(index_elements=["key"], set_={"times": _table.c.times + 1})
    return int(session.execute(more.returning(_table.c.times)).scalar_one())
