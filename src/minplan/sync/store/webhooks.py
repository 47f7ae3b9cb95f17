"""The addresses of systems that want to be told."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, case, delete, exists, func, or_, select, update
from sqlmodel import Session

from minplan import clock, db
from minplan.access import Person, is_here
from minplan.sync.caller import Caller
from minplan.sync.feed_item import FeedItem
from minplan.sync.store.deliveries import UNSETTLED
from minplan.sync.store.systems import CALLER, caller
from minplan.sync.system import System
from minplan.sync.webhook import UNHEARD, Delivery, Webhook

_hook = Webhook.__table__  # type: ignore[attr-defined]
_delivery = Delivery.__table__  # type: ignore[attr-defined]
_system = System.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_feed = FeedItem.__table__  # type: ignore[attr-defined]
_OF_HOOK = _hook.c["id", "url", "state", "generation", "before", "turns_at", "told", "made_at"]


class Hook(NamedTuple):
    """A webhook that is on, and whose it is."""

    id: UUID
    url: str
    caller: Caller


def calling() -> list[Hook]:
    """Those with something new in the feed, or something whose time has come, of systems that are here."""
    now = clock.now()
    mine = (_delivery.c.webhook_id == _hook.c.id, UNSETTLED, _delivery.c.next_at <= now)
    newest = select(func.coalesce(func.max(_feed.c.number), 0)).scalar_subquery()
    has_news = or_(_hook.c.told < newest, exists().where(*mine))
    found = (
        select(*CALLER, _hook.c.id.label("hook_id"), _hook.c.url)
        .join(_hook, _hook.c.system_id == _system.c.person_id)
        .join(_person, _person.c.id == _system.c.person_id)
        .where(_hook.c.state == "on", is_here(_person, clock.today()), has_news)
        .order_by(_hook.c.id)
    )
    with db.reading() as connection:
        return [Hook(row.hook_id, row.url, caller(row)) for row in connection.execute(found)]


def of_system(connection: Connection, system_id: UUID) -> list[Any]:
    """The webhooks of a system, by id."""
    found = select(*_OF_HOOK).where(_hook.c.system_id == system_id).order_by(_hook.c.id)
    return list(connection.execute(found))


def standing(connection: Connection, id: UUID) -> Any:
    """A webhook as it is now, or None."""
    return connection.execute(select(*_OF_HOOK).where(_hook.c.id == id)).one_or_none()


def go(id: UUID, now: datetime) -> None:
    """It said that it is gone: nothing more is sent there, and what waits is given up. Why it was not to hear of
    something stays."""
    with db.writing() as session:
        session.execute(update(_hook).where(_hook.c.id == id, _hook.c.state == "on").values(state="gone"))
        theirs = update(_delivery).where(_delivery.c.webhook_id == id, UNSETTLED)
        why = case((_delivery.c.problem == UNHEARD, UNHEARD), else_="gone")
        session.execute(theirs.values(state="given_up", problem=why, settled_at=now))


def remove(session: Session, system_id: UUID, id: UUID) -> bool:
    """Forget a webhook of a system with all that it was told; False where it has none such."""
    here = (_hook.c.id == id, _hook.c.system_id == system_id)
    found = session.execute(select(_hook.c.id).where(*here).with_for_update()).first()
    if found:
        session.execute(delete(_delivery).where(_delivery.c.webhook_id == id))
        session.execute(delete(_hook).where(*here))
    return found is not None
