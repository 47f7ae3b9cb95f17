"""Verbs: a citizen empties words that are nobody else's. The journal says that it was done, never what stood there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import Change, View
from minplan.errors import NotAllowed, NotFound
from minplan.journal import Entry, Record
from minplan.journal.forgetting import forget
from minplan.journey import Outcome, StepView, Way, WinView
from minplan.journey.step import Step
from minplan.journey.win import Win
from minplan.own_data import store
from minplan.words import erase

_entry = Entry.__table__.c  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Erasable:
    """What of a plan the citizen may empty by themselves: their picture of a good life, their wins, their own steps."""

    horizon: bool
    wins: tuple[WinView, ...]
    steps: tuple[StepView, ...]


def erasable(view: View, way: Way) -> Erasable:
    """What still has words of the citizen, as they see their way."""
    steps = [step for step in (*way.behind, *way.ahead) if step.kind == "own"]
    mine = store.own_words(view, [text for step in steps for text in (step.title_id, step.why_id) if text])
    own_steps = tuple(step for step in steps if {step.title_id, step.why_id} & mine or _named(step))
    return Erasable(way.horizon is not None, tuple(win for win in way.wins if win.by is None), own_steps)


def erase_horizon(by: UUID, plan: UUID) -> Outcome:
    """Every version of the horizon, and no horizon from now on."""
    with access.change(by, plan) as change:
        change.may("erase")
        texts = store.horizon_texts(change)
        change.plan.horizon_id = None
        return _emptied(change, texts, Record("erase", "plan", change.plan.id))


def erase_win(by: UUID, plan: UUID, win: UUID) -> Outcome:
    """One of the citizen's own wins; it leaves the shelf. What others said stays theirs: raises NotAllowed."""
    with access.change(by, plan) as change:
        change.may("erase")
        row = change.session.get(Win, win)
        if row is None and store.is_gone(change, win):
            return Outcome("unchanged")
        if row is None or row.plan_id != change.plan.id:
            raise NotFound
        if row.by_name is not None:
            raise NotAllowed
        change.session.delete(row)
        change.session.flush()
        return _emptied(change, [row.text_id], Record("erase", "win", row.id, row.step_id, audience=row.audience))


def erase_step(by: UUID, plan: UUID, step: UUID) -> Outcome:
    """The citizen's words on a step that they chose themselves; what is agreed, or asked by the law, is NotAllowed.

    The step keeps its place, so that nothing else moves; it can be given other words.
    """
    with access.change(by, plan) as change:
        change.may("erase")
        row = change.session.get(Step, step)
        if row is None or row.plan_id != change.plan.id or row.state == "declined":
            raise NotFound
        if row.kind != "own":
            raise NotAllowed
        named = _unname(change, row)
        return _emptied(change, store.step_texts(change, row), Record("erase", "step", row.id, row.id), named)


def _named(step: StepView) -> bool:
    return bool(step.ball and step.ball.holder == "other" and step.ball.named)


def _unname(change: Change, row: Step) -> int:
    """Whom the ball went to, by a name that somebody typed; the municipality's own departments stay on the step."""
    named = bool(row.ball == "other" and row.ball_name)
    if named:
        row.ball_name = ""
    return named + forget(change.session, ("ball_name",), _entry.plan_id == row.plan_id, _entry.step_id == row.id)


def _emptied(change: Change, texts: Iterable[Any], record: Record, names: int = 0) -> Outcome:
    if not erase(change.session, texts, change.at) + names:
        return Outcome("unchanged")
    change.record(record)
    return Outcome("done", record.subject_id)
