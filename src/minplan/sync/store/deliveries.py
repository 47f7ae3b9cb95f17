"""What webhooks are told. Each of these is one short transaction: no lock waits for a receiver."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlmodel import Session

from minplan import db
from minplan.sync.due import due
from minplan.sync.feed_item import FeedItem
from minplan.sync.webhook import Delivery, Webhook

_hook = Webhook.__table__  # type: ignore[attr-defined]
_delivery = Delivery.__table__  # type: ignore[attr-defined]
_feed = FeedItem.__table__  # type: ignore[attr-defined]
UNSETTLED = _delivery.c.settled_at.is_(None)
STRETCH = 200  # deliveries that are looked at together: a lot and some that wait for their time
_STRETCH = db.Query(
    select(*_delivery.c["id", "number", "plan_id", "next_at"])
    .where(_delivery.c.webhook_id == bindparam("webhook"), UNSETTLED, _delivery.c.number > bindparam("after"))
    .order_by(_delivery.c.number)
    .limit(STRETCH)
)
_ABOUT = _feed.c["type", "what", "verb", "subject_id", "at", "tracks", "revision"]
_CLAIMED = _delivery.c["id", "number", "plan_id", "tells", "attempts", "status", "problem", "took_ms", "made_at"]
_OUTCOME = ("state", "attempts", "next_at", "status", "problem", "took_ms", "settled_at")
_MINE = update(_delivery).where(
    _delivery.c.id == bindparam("this"), _delivery.c.state == "handing_over", _delivery.c.next_at == bindparam("lease")
).values({name: bindparam(f"new_{name}") for name in _OUTCOME})


def make_out(webhook: UUID, told: int, reached: int, items: Iterable[tuple[Any, str]], now: datetime) -> bool:
    """The webhook has heard of the feed up to `reached`, and gets a delivery for each of these items with what it
    tells; False where somebody else has done it meanwhile, and nothing is written."""
    on = update(_hook).where(_hook.c.id == webhook, _hook.c.told == told, _hook.c.state == "on")
    rows = [
        {"id": uuid4(), "webhook_id": webhook, "number": each.number, "plan_id": each.plan_id, "tells": tells}
        | {"state": "waiting", "attempts": 0, "next_at": now, "made_at": now}
        for each, tells in items
    ]
    with db.writing() as session:
        if not session.execute(on.values(told=reached)).rowcount:  # type: ignore[attr-defined]
            return False
        if rows:
            session.execute(insert(_delivery), rows)
    return True


def waiting(webhook: UUID) -> int:
    """How many are not settled."""
    theirs = (_delivery.c.webhook_id == webhook, UNSETTLED)
    with db.reading() as connection:
        return connection.execute(select(func.count()).select_from(_delivery).where(*theirs)).scalar_one()


def claim(webhook: UUID, now: datetime, lease: datetime, most: int) -> list[Any]:
    """What goes out now, in order, for this worker alone until the `lease` is over; with what each is about."""
    with db.writing() as session:
        on = select(_hook.c.id).where(_hook.c.id == webhook, _hook.c.state == "on").with_for_update()
        if session.execute(on).first() is None:
            return []
        mine = _delivery.c.id.in_(due(_unsettled(session.connection(), webhook), now, most))
        session.execute(update(_delivery).where(mine).values(state="handing_over", next_at=lease))
        joined = select(*_CLAIMED, *_ABOUT).outerjoin(_feed, _feed.c.number == _delivery.c.number)
        return list(session.execute(joined.where(mine).order_by(_delivery.c.number)))


def _unsettled(connection: Connection, webhook: UUID) -> Iterator[Any]:
    """By number, a stretch at a time: of a long line no more is read than it takes to find what goes out."""
    after = 0
    while True:
        rows = _STRETCH(connection, webhook=webhook, after=after)
        yield from rows
        if len(rows) < STRETCH:
            return
        after = rows[-1].number


def settle(lease: datetime, outcomes: Sequence[dict[str, Any]]) -> None:
    """What came of those that were claimed: `this` is the id, the rest its fields. A worker that came too late changes
    nothing."""
    held = {"lease": lease}
    rows = [held | {"this": each["this"]} | {f"new_{name}": each[name] for name in _OUTCOME} for each in outcomes]
    if rows:
        with db.writing() as session:
            session.connection().execute(_MINE, rows)


def wake(session: Session, webhook: UUID, now: datetime) -> None:
    """What waits for its time is tried now."""
    theirs = (_delivery.c.webhook_id == webhook, _delivery.c.state == "waiting", _delivery.c.next_at > now)
    session.execute(update(_delivery).where(*theirs).values(next_at=now))


def replay(session: Session, webhooks: Collection[UUID], id: UUID | None, now: datetime) -> int:
    """Send again, as if it had never been tried: one of these webhooks' that is settled, or all that were given up."""
    which = (_delivery.c.id == id, _delivery.c.settled_at.is_not(None)) if id else (_delivery.c.state == "given_up",)
    again = update(_delivery).where(_delivery.c.webhook_id.in_(webhooks), *which)
    anew = {"state": "waiting", "attempts": 0, "next_at": now, "settled_at": None}
    return int(session.execute(again.values(**anew)).rowcount)  # type: ignore[attr-defined]


def newest(connection: Connection, webhooks: Collection[UUID], failed: bool, most: int) -> list[Any]:
    """What was told last, with the type of what each is about."""
    found = select(_delivery, _feed.c.type).outerjoin(_feed, _feed.c.number == _delivery.c.number)
    only = [_delivery.c.webhook_id.in_(webhooks), *([_delivery.c.state == "given_up"] if failed else [])]
    return list(connection.execute(found.where(*only).order_by(_delivery.c.number.desc()).limit(most)))


def counts(connection: Connection) -> dict[str, int]:
    """How many are in each state."""
    found = connection.execute(select(_delivery.c.state, func.count()).group_by(_delivery.c.state))
    return {row[0]: row[1] for row in found}
