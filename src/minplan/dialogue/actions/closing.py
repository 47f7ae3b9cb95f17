"""Verbs: close, and take that back."""

from datetime import date
from uuid import UUID

from minplan import access, journal, journey
from minplan.access import Change
from minplan.dialogue import store
from minplan.dialogue.actions.saying import record
from minplan.dialogue.thread import Thread
from minplan.journey import Outcome


def close(by: UUID, plan: UUID, thread: UUID) -> Outcome:
    """The citizen says thanks, or needs no answer any more."""
    with access.change(by, plan) as change:
        change.may("close_call")
        row = store.load(change, thread)
        if row.state == "closed":
            return Outcome("unchanged", row.id)
        before = {"state": row.state, "since": _plain(row.since), "promised": _plain(row.promised)}
        row.state, row.since, row.promised = "closed", None, None
        record(change, "close_call", row, {}, before)
        return Outcome("done", row.id)


def reopen(by: UUID, plan: UUID, thread: UUID) -> Outcome:
    """The citizen takes the closing back: an answer stands again, and what waited waits on with the day it had."""
    with access.change(by, plan) as change:
        change.may("reopen_call")
        row = store.load(change, thread)
        if row.state != "closed":
            return Outcome("unchanged", row.id, row.promised)
        _restore(change, row)
        record(change, "reopen_call", row, {"promised": _plain(row.promised)})
        return Outcome("done", row.id, row.promised)


def _restore(change: Change, row: Thread) -> None:
    old = journal.before_last(change.session, change.plan.id, row.id, "close_call")
    row.state = old.get("state", "open")
    if row.state == "open":
        row.since = _day(old.get("since")) or change.today
        row.promised = _day(old.get("promised")) or journey.answer_by(change.today)


def _plain(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(plain: str | None) -> date | None:
    return date.fromisoformat(plain) if plain else None
