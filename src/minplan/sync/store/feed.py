"""The feed: numbered under one lock, so that nothing appears behind a number that somebody has read."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, exists, func, insert, or_, select, text, tuple_
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
STRETCH = 5_000  # numbers that one look goes through
_LOCK = 0x6D696E706C616E  # one for the whole house: numbers are the house's
_ONE = (_entry.c.plan_id == _pending.c.plan_id, _entry.c.revision == _pending.c.revision)
_TOLD = _entry.c[
    "id", "plan_id", "revision", "at", "actor_id", "verb", "subject", "subject_id", "step_id", "track", "before",
    "after", "audience",
]  # fmt: skip


def is_pending() -> bool:
    """Whether any entry waits."""
    with db.reading() as connection:
        return bool(connection.execute(select(exists().select_from(_pending))).scalar())


def pending(most: int) -> list[int]:
    """Entries that wait, the oldest first. Of a plan none is here without those before it."""
    # Each has an entry. As an outer join SQLite begins with the few that wait, and not with the whole journal.
    found = select(_entry.c.id).select_from(_pending).outerjoin(_entry, (_ONE[0]) & (_ONE[1]))
    with db.reading() as connection:
        return list(connection.execute(found.order_by(_entry.c.id).limit(most)).scalars())


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


def waiting(
    session: Session, plans: Collection[UUID], pairs: Collection[tuple[str, str]] | None = None
) -> list[Any]:
    """The entries of these plans that wait still, of these subjects and verbs, or all, in their order."""
    found = select(*_TOLD, _plan.c.citizen_id).join(_pending, (_ONE[0]) & (_ONE[1]))
    found = found.join(_plan, _plan.c.id == _entry.c.plan_id).where(_pending.c.plan_id.in_(plans))
    if pairs is not None:
        found = found.where(tuple_(_entry.c.subject, _entry.c.verb).in_(list(pairs)))
    return list(session.execute(found.order_by(_entry.c.id)))


def put(session: Session, items: Sequence[dict[str, Any]]) -> None:
    """Add to the end. Numbers have no gap: what is missing at the beginning is gone, and nothing else ever is."""
    last = session.execute(select(func.coalesce(func.max(_feed.c.number), 0))).scalar_one()
    if items:
        numbered = [{"number": number, **item} for number, item in enumerate(items, last + 1)]
        session.execute(insert(_feed), numbered)


def ends(connection: Connection) -> tuple[int, int]:
    """The oldest and the newest number that are kept in the house; 0 where there is none."""
    oldest, newest = (select(of(_feed.c.number)).scalar_subquery() for of in (func.min, func.max))
    row = connection.execute(select(oldest, newest)).one()
    return row[0] or 0, row[1] or 0


def is_news(municipality: str, number: int) -> bool:
    """Whether something of this municipality stands behind a number, or waits."""
    behind = exists().where(_feed.c.municipality_id == municipality, _feed.c.number > number)
    with db.reading() as connection:
        return bool(connection.execute(select(or_(behind, exists().select_from(_pending)))).scalar())


def stretch(
    connection: Connection,
    municipality: str,
    between: tuple[int, int],
    types: Collection[str],
    plan: UUID | None,
    but: UUID | None,
    most: int,
) -> list[Any]:
    """The first items of a municipality behind one number and up to another, in order; not those `but` one brought
    about. However much is left out, no more than a stretch is looked at."""
    here = [_feed.c.municipality_id == municipality, _feed.c.number > between[0], _feed.c.number <= between[1]]
    here.append(_feed.c.type.in_(types))
    if plan:
        here.append(_feed.c.plan_id == plan)
    if but:
        here.append(or_(_feed.c.by_id.is_(None), _feed.c.by_id != but))
    return list(connection.execute(select(_feed).where(*here).order_by(_feed.c.number).limit(most)))
