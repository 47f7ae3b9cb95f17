"""Verbs: a system says where it wants to be told that there is something new."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import Session

from minplan import clock, config, db
from minplan.sync import egress
from minplan.sync.brought import Brought
from minplan.sync.caller import Caller
from minplan.sync.problem import Pointed, Problem
from minplan.sync.read.webhooks import with_secret
from minplan.sync.store import deliveries, feed, webhooks as store
from minplan.sync.store.holding import hold_system
from minplan.sync.webhook import Webhook

BOTH_SIGN = timedelta(hours=24)  # so long the secret that was signs beside the one that is
MOST = 10  # webhooks of one system


def add_webhook(caller: Caller, url: str) -> Brought:
    """From now on events are sent there; the resource says the secret, which nothing says again.

    Raises Problem where the house may not send there, or does so already.
    """
    _must_be_listed(url)
    with db.writing() as session:
        _must_be_new(session, caller, url)
        newest = feed.ends(session.connection())[1]
        row = Webhook(
            municipality_id=caller.municipality_id, system_id=caller.person_id, url=url, told=newest,
            made_at=clock.now(),
        )  # fmt: skip
        session.add(row)
        session.flush()
        return Brought(with_secret(row), row.id, "created")


def renew_secret(caller: Caller, id: UUID) -> Brought:
    """Another secret; the one that was signs too for a day. Raises Problem."""
    with db.writing() as session:
        row = _load(session, caller, id)
        row.before, row.generation, row.turns_at = row.generation, row.generation + 1, clock.now() + BOTH_SIGN
        return Brought(with_secret(row), id, "updated")


def set_state(caller: Caller, id: UUID, state: str) -> None:
    """`paused` tells nothing until it is `on`; then all that waits is tried at once. Raises Problem."""
    with db.writing() as session:
        row = _load(session, caller, id)
        if state == "on":
            _must_be_listed(row.url)
            deliveries.wake(session, id, clock.now())
        row.state = state


def end_webhook(caller: Caller, id: UUID) -> None:
    """Nothing is sent there any more, and nobody knows what was. Raises Problem."""
    with db.writing() as session:
        if not store.remove(session, caller.person_id, id):
            raise Problem("not-found")


def replay(caller: Caller, id: UUID | None = None) -> int:
    """Send one delivery again, or all that were given up; how many. Raises Problem where there is no such one."""
    with db.writing() as session:
        theirs = [row.id for row in store.of_system(session.connection(), caller.person_id)]
        found = deliveries.replay(session, theirs, id, clock.now())
    if id and not found:
        raise Problem("not-found")
    return found


def _must_be_listed(url: str) -> None:
    try:
        egress.place(url, config.settings().webhook_hosts)
    except egress.Refused as refused:
        raise Problem("invalid", errors=(Pointed("/url", str(refused)),)) from None


def _must_be_new(session: Session, caller: Caller, url: str) -> None:
    hold_system(session, caller.person_id)
    theirs = store.of_system(session.connection(), caller.person_id)
    if any(each.url == url for each in theirs):
        raise Problem("exists", "Events are sent there already.")
    if len(theirs) >= MOST:
        raise Problem("conflict", f"A system has at most {MOST} webhooks.")


def _load(session: Session, caller: Caller, id: UUID) -> Webhook:
    row = session.get(Webhook, id, with_for_update=True)
    if row is None or row.system_id != caller.person_id:
        raise Problem("not-found")
    return row
