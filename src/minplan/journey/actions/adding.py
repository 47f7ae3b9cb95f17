"""Verb: a new step."""

from dataclasses import dataclass
from uuid import UUID

from minplan import access
from minplan.access import PROPOSE, Change
from minplan.journal import Record
from minplan.journey.actions.again import added_already
from minplan.journey.actions.common import Outcome, Values, plain, settle_next
from minplan.journey.actions.days import default_day, must_lie_ahead, named_day
from minplan.journey.actions.reaching import must_stay_in_reach
from minplan.journey.actions.wishes import lay
from minplan.journey.commands import NewStep
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText, Text


@dataclass(frozen=True, slots=True)
class Added:
    """The step, and what came of adding it."""

    step: UUID
    outcome: Outcome


def add_step(by: UUID, plan: UUID, command: NewStep) -> Outcome:
    """A new step at the end of the way; from a professional it lies beside the way until the citizen answers."""
    with access.change(by, plan) as change:
        return add_within(change, command).outcome


def add_within(change: Change, command: NewStep, told: Values | None = None) -> Added:
    """The same within a change that has more to do: it asks the policy and tells the journal, of `told` as well."""
    load.milestone(change, command.milestone)
    verdict = change.may_step("add", command.kind, command.ball.holder)
    _must_be_sound(change, command)
    row = _new_row(change, command, suggested=verdict == PROPOSE)
    if known := added_already(change, row):
        return Added(known, Outcome("unchanged", known))
    change.session.add(row)
    change.session.flush()
    if verdict == PROPOSE:
        return Added(row.id, lay(change, "step", step_id=row.id))
    before, after = settle_next(change, row)
    fields = {"title_id": plain(row.title_id), "state": row.state, "kind": row.kind}
    moved = {"next": after} if before != after else {}
    change.record(Record("add", "step", row.id, step_id=row.id, after=fields | moved | (told or {})))
    return Added(row.id, Outcome("done", row.id, next_changed=bool(moved)))


def _must_be_sound(change: Change, command: NewStep) -> None:
    must_stay_in_reach(command.kind, command.ball)
    if command.ball.holder == "municipality":
        change.must_reach_contact(command.kind, command.tracks)
        must_lie_ahead(change, "when", named_day(command.when))


def _new_row(change: Change, command: NewStep, suggested: bool) -> Step:
    row = Step(
        plan_id=change.plan.id,
        milestone_id=command.milestone,
        position=load.place_after(change, Step),
        way=None if suggested else load.way_end(change),
        title_id=change.write(command.title).id,
        why_id=_maybe(change, command.why),
        tracks=",".join(dict.fromkeys(command.tracks)),
        kind=command.kind,
        law=command.law,
        state="suggested" if suggested else "later",
        ball=command.ball.holder,
        ball_name=command.ball.name,
        when_on=None if command.when.at else command.when.on,
        when_at=command.when.at,
        together_with_id=_joined(change, command.together_with),
        choice_with_id=_joined(change, command.choice_with),
    )
    if row.ball == "municipality":
        row.since = change.today
        row.when_on = row.when_on or (None if row.when_at else default_day(change))
    return row


def _maybe(change: Change, new: NewText | None) -> UUID | None:
    text: Text | None = change.write(new) if new else None
    return text.id if text else None


def _joined(change: Change, step: UUID | None) -> UUID | None:
    return load.step(change, step).id if step else None
