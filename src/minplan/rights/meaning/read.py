"""Verbs that read: what one step means, and what was tried before that is like a new one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from minplan import clock
from minplan.access import Change, View, Viewer, tracks_of
from minplan.journey import StepView
from minplan.rights.box import by_when
from minplan.rights.meaning import store
from minplan.rights.meaning.likeness import alike
from minplan.rights.meaning.rule import deciding
from minplan.rights.meaning.views import DecisionView, EarlierView, Meaning
from minplan.words import NewText, Words, words_of

_COMPLAINT = "klage_4_uger"


def meaning(view: View, step: StepView) -> Meaning:
    """All that is said of a step that the viewer sees, in one select."""
    row = store.meaning(view.connection, view.plan.id, step.id)
    decision, holder = _decision(row), step.ball.holder if step.ball else None
    return Meaning(
        **{name: words_of(row, name) for name in store.SAID},
        money_asked=row.money_asked,
        no_decision=row.no_decision,
        seen=version(row.told_at),
        sense=row.answer,
        sense_at=clock.local(row.answered_at) if row.answered_at else None,
        decision=decision,
        deciding=deciding(step.kind, step.state, holder, bool(decision and decision.decided)),
    )


def earlier(view: View, title: NewText, tracks: Iterable[str]) -> list[EarlierView]:
    """What was tried that is like `title` on these tracks, the newest first, as far as the viewer sees it."""
    return alike(title.as_words(), tracks, tried_by(view.viewer, store.tried(view.connection, view.plan.id)))


def tried_before(change: Change) -> list[EarlierView]:
    """What was tried on the plan that is being changed, as far as this person sees it."""
    return tried_by(change.viewer, store.tried(change.session.connection(), change.plan.id))


def tried_by(viewer: Viewer, rows: Iterable[Any]) -> list[EarlierView]:
    """Those of the rows that this viewer sees, as they are shown."""
    return [_tried(row) for row in rows if viewer.sees(row.kind, tracks_of(row.tracks))]


def version(at: datetime | None) -> str:
    """Which version somebody has read, as a form carries it; empty before the first."""
    return clock.local(at).isoformat() if at else ""


def _decision(row: Any) -> DecisionView | None:
    what = words_of(row, "what")
    if what is None:
        return None
    return DecisionView(
        what=what,
        called=row.called,
        reached=row.reached,
        decided=row.decided,
        received=row.received,
        until=by_when(_COMPLAINT, row.received) if row.decided and row.received else None,
        seen=version(row.decided_at),
    )


def _tried(row: Any) -> EarlierView:
    title = words_of(row, "title") or Words("", "da")
    return EarlierView(row.id, title, tracks_of(row.tracks), row.state, words_of(row, "learned"), row.answer)
