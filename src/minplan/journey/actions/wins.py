"""Verbs: wins and praise."""

from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.journal import Record
from minplan.journey.actions.again import added_already
from minplan.journey.actions.common import Outcome, plain
from minplan.journey.store import load
from minplan.journey.win import NewWin, Win
from minplan.words import NewText


def add_win(by: UUID, plan: UUID, command: NewWin) -> Outcome:
    """A win, in the words of whoever saw it."""
    with access.change(by, plan) as change:
        change.may("add_win")
        return _add(change, "win", command.text, command.step)


def praise(by: UUID, plan: UUID, command: NewWin, answers: UUID | None = None) -> Outcome:
    """One concrete sentence from a professional; it arrives as a card. `answers` is the citizen's win it is about."""
    with access.change(by, plan) as change:
        change.may("praise")
        if answers:
            load.win(change, answers).praised = True
        return _add(change, "praise", command.text, command.step)


def cheer(by: UUID, plan: UUID, command: NewWin) -> Outcome:
    """A sentence from somebody whom the citizen lets stand by them; nobody but the citizen reads it."""
    with access.change(by, plan, relations=frozenset(access.SUPPORTERS)) as change:
        change.may("praise")
        return _add(change, "praise", command.text, command.step, audience="citizen")


def _add(change: Change, verb: str, text: NewText, step: UUID | None, audience: str = "all") -> Outcome:
    if step:
        load.step(change, step)
    row = Win(
        plan_id=change.plan.id,
        text_id=change.write(text).id,
        on=change.today,
        by_name=None if change.viewer.is_citizen else change.viewer.name,
        step_id=step,
        position=load.place_after(change, Win),
        audience=audience,
    )
    if known := added_already(change, row):
        return Outcome("unchanged", known)
    change.session.add(row)
    change.session.flush()
    after = {"text_id": plain(row.text_id)}
    change.record(Record(verb, "win", row.id, step_id=step, after=after, audience=audience))
    return Outcome("done", row.id)
