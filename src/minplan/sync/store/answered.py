"""Requests that were answered, by their key."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import db
from minplan.sync.answered import Answered
from minplan.sync.once import Once

_answered = Answered.__table__  # type: ignore[attr-defined]
KEPT = timedelta(days=1)


def begin(system: UUID, once: Once, now: datetime) -> bool:
    """Whether this request is the first with its key: from now on it is under way, for everybody to see."""
    try:
        with db.writing() as session:
            session.execute(delete(_answered).where(*_this(system, once), _answered.c.at < now - KEPT))
            row = {"system_id": system, "key_hash": once.key_hash, "print": once.print, "at": now}
            session.execute(insert(_answered).values(**row))
    except IntegrityError:
        return False
    return True


def find(system: UUID, once: Once) -> Any:
    """The request with this key: `print`, `status`, `subject_id` and `at`; None where there is none any more."""
    with db.reading() as connection:
        return connection.execute(select(_answered).where(*_this(system, once))).one_or_none()


def take_over(system: UUID, once: Once, since: datetime, now: datetime) -> bool:
    """Take over a request that has been under way since then; False where somebody else has, or it was answered."""
    with db.writing() as session:
        return _moved(session, system, once, since, at=now)


def settle(session: Session, system: UUID, once: Once, since: datetime, **answer: Any) -> bool:
    """Write the answer down in the transaction that has the effect; False where somebody has taken it over."""
    return _moved(session, system, once, since, **answer)


def drop(system: UUID, once: Once, since: datetime) -> None:
    """A refusal has had no effect: the same may be asked again."""
    with db.writing() as session:
        under_way = (_answered.c.status.is_(None), _answered.c.at == since)
        session.execute(delete(_answered).where(*_this(system, once), *under_way))


def _moved(session: Session, system: UUID, once: Once, since: datetime, **values: Any) -> bool:
    mine = (*_this(system, once), _answered.c.status.is_(None), _answered.c.at == since)
    found: Any = session.execute(update(_answered).where(*mine).values(**values))
    return bool(found.rowcount)


def _this(system: UUID, once: Once) -> tuple[Any, Any]:
    return _answered.c.system_id == system, _answered.c.key_hash == once.key_hash
