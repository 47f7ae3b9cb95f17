"""Verbs that read: what a citizen has sent, one letter, and the decision that they disagree with."""

from typing import Any
from uuid import UUID

from minplan import clock
from minplan.access import View
from minplan.errors import NotFound
from minplan.rights.box import by_when
from minplan.rights.sending import rule, store
from minplan.rights.sending.letter import name_of, reach_of
from minplan.rights.sending.views import Decided, DispatchView
from minplan.sharing import LEASE
from minplan.words import Words, words_of

COMPLAIN = "klage_4_uger"


def dispatches(view: View) -> list[DispatchView]:
    """Everything that was sent, the newest first."""
    return [_shown(row) for row in store.of_plan(view.connection, view.plan.id)]


def find_dispatch(view: View, dispatch_id: UUID) -> DispatchView:
    """One letter; raises NotFound."""
    row = store.one(view.connection, view.plan.id, dispatch_id)
    if row is None:
        raise NotFound
    return _shown(row)


def decided(view: View, step: UUID) -> Decided | None:
    """The decision that a step rests on, or None."""
    row = store.decided(view.connection, view.plan.id, step)
    if row is None:
        return None
    until = by_when(COMPLAIN, row.received) if row.received else None
    return Decided(_words(row, "what"), row.received, until)


def _shown(row: Any) -> DispatchView:
    return DispatchView(
        id=row.id,
        kind=row.kind,
        number=row.number,
        words=_words(row, "said"),
        at=clock.local(row.at),
        answer_by=row.answer_by,
        stands=rule.stands(row.state, row.attempts, row.next_at, clock.now(), LEASE),
        sent_at=clock.local(row.sent_at) if row.sent_at else None,
        mailbox=row.mailbox,
        step_id=row.step_id,
        about=words_of(row, "what"),
        letter=row.letter_body or "",
        name=name_of(row.letter_body or ""),
        reach=reach_of(row.letter_body or ""),
    )


def _words(row: Any, name: str) -> Words:
    return words_of(row, name) or Words(None, None)
