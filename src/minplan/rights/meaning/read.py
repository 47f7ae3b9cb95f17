"""Verb that reads: what one step means."""

from datetime import datetime
from typing import Any

from minplan import clock
from minplan.access import View
from minplan.journey import StepView
from minplan.rights.box import by_when
from minplan.rights.meaning import store
from minplan.rights.meaning.rule import deciding
from minplan.rights.meaning.views import DecisionView, Meaning
from minplan.words import words_of

_COMPLAINT = "klage_4_uger"


def meaning(view: View, step: StepView) -> Meaning:
    """All that is said of a step that the viewer sees, in one select."""
    row = store.meaning(view.connection, view.plan.id, step.id)
    decision = _decision(row)
    return Meaning(
        **{name: words_of(row, name) for name in store.SAID},
        money_asked=row.money_asked,
        seen=version(row.told_at),
        sense=row.answer,
        sense_at=clock.local(row.answered_at) if row.answered_at else None,
        decision=decision,
        deciding=deciding(step.kind, step.state, step.ball.holder if step.ball else None, decision is not None),
    )


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
        until=by_when(_COMPLAINT, row.received) if row.received else None,
        seen=version(row.decided_at),
    )
