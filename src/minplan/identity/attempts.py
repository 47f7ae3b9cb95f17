"""How often something may be tried: counted in the database, so that it holds across processes and restarts."""

import hmac
from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import Session

from minplan import clock, config, db
from minplan.identity.sign_in import Attempt

_table = Attempt.__table__  # type: ignore[attr-defined]


def within(what: str, who: str, most: int, seconds: int) -> bool:
    """Count one more try of `what` by `who`; False when it is more than `most` in so many seconds.

    `who` may be an address or a person; only a keyed hash of it is kept, until the time is over.
    """
    now = clock.now()
    stretch = int(now.timestamp()) // seconds
    said = f"{what}:{who}:{stretch}".encode("utf-8", "replace")
    key = hmac.new(config.settings().secret.encode(), said, "sha256").hexdigest()
    with db.writing() as session:
        session.execute(delete(_table).where(_table.c.ends_at < now))
        return _count(session, key, most, Attempt(key=key, times=0, ends_at=now + timedelta(seconds=seconds)))


def _count(session: Session, key: str, most: int, fresh: Attempt) -> bool:
    row = session.get(Attempt, key, with_for_update=True) or session.merge(fresh)
    row.times += 1
    return row.times <= most
