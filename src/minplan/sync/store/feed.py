"""The feed: numbered under one lock, so that nothing appears behind a number that somebody has read."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, exists, func, insert, literal, select, text, tuple_
from sqlmodel import Session

from minplan import db
from minplan.access import Person, Plan
from minplan.journal import Entry, Pending
from minplan.sync.feed_item import FeedItem

_feed = FeedItem.__table__  # type: ignore[attr-defined]
_pending = Pending.__table__  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_LOCK = 0x6D696E706C616E  # one for the whole house: numbers are the house's
_ONE = (_entry.c.plan_id == _pending.c.plan_id, _entry.c.revision == _pending.c.revision)
_TOLD = _entry.c[
    "id", "plan_id", "revision", "at", "actor_id", "verb", "subject", "subject_id", "step_id", "before", "after",
    "audience",
]  # fmt: skip


def is_pending() -> bool:
    """Whether any entry waits."""
    with db.reading() as connection:
        return bool(connection.execute(select(exists().select_from(_pending))).scalar())


def pending(most: int) -> list[int]:
    """Entries that wait, the oldest first. Of a plan none is here without those before it."""
    found = select(_entry.c.id).join(_pending, (_ONE[0]) & (_ONE[1])).order_by(_entry.c.id).limit(most)
    with db.reading() as connection:
        return list(connection.execute(found).scalars())


def lock(session: Session) -> None:
    """One at a time until the end of the transaction. On SQLite whoever writes is alone already."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def take(session: Session, ids: Collection[int]) -> list[Any]:
    """Those of the entries that still wait, with whose plan it is and which system's doing; they wait no more."""
    by = select(_person.c.id).where(_person.c.id == _entry.c.actor_id, _person.c.kind == "system").scalar_subquery()
    found = (
        select(*_TOLD, *_plan.c["municipality_id", "citizen_id"], by.label("system_id"))
        .join(_pending, (_ONE[0]) & (_ONE[1]))
        .join(_plan, _plan.c.id == _entry.c.plan_id)
        .where(_entry.c.id.in_(ids))
        .order_by(_entry.c.id)
    )
    rows = list(session.execute(found))
    if rows:
        keys = tuple_(_pending.c.plan_id, _pending.c.revision)
        session.execute(delete(_pending).where(keys.in_([(row.plan_id, row.revision) for row in rows])))
    return rows


def put(session: Session, items: Sequence[dict[str, Any]]) -> None:
    """Add to the end. Numbers have no gap: what is missing at the beginning is gone, and nothing else ever is."""
    last = session.execute(select(func.coalesce(func.max(_feed.c.number), 0))).scalar_one()
    if items:
        numbered = [{"number": number, **item} for number, item in enumerate(items, last + 1)]
        session.execute(insert(_feed), numbered)


def ends(connection: Connection, municipality: str) -> tuple[int, int, bool]:
    """The oldest number that is kept in the house and the newest of the municipality, 0 where there is none, and
    whether entries wait."""
    first, last = select(func.min(_feed.c.number)), select(func.max(_feed.c.number))
    newest = last.where(_feed.c.municipality_id == municipality).scalar_subquery()
    waits = exists().select_from(_pending)
    row = connection.execute(select(first.scalar_subquery(), newest, waits)).one()
    return row[0] or 0, row[1] or 0, bool(row[2])


def newest(connection: Connection) -> int:
    """The newest number of the house."""
    return int(connection.execute(select(func.coalesce(func.max(_feed.c.number), literal(0)))).scalar_one())


def page(connection: Connection, municipality: str, after: int, most: int) -> list[Any]:
    """The items of a municipality behind a number, in order."""
    found = select(_feed).where(_feed.c.municipality_id == municipality, _feed.c.number > after)
    return list(connection.execute(found.order_by(_feed.c.number).limit(most)))


def of_plan(connection: Connection, municipality: str, plan: UUID, after: int, most: int) -> list[Any]:
    """The same of one plan."""
    here = (_feed.c.municipality_id == municipality, _feed.c.number > after, _feed.c.plan_id == plan)
    return list(connection.execute(select(_feed).where(*here).order_by(_feed.c.number).limit(most)))
