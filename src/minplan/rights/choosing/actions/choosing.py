"""Verb: the citizen chooses. What they choose lies on the way at once; the rest can be chosen later."""

from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Conflict, NotFound
from minplan.journal import Record
from minplan.journey import AgreedStep, Outcome
from minplan.rights.choice import Choice, Option
from minplan.rights.choosing import store
from minplan.rights.prospect import Prospect


def choose(by: UUID, plan: UUID, choice: UUID, option: UUID, seen: str) -> Outcome:
    """One option becomes a step: the municipality asked and the citizen chose, so both have agreed to it.

    `seen` is how the choice stood on the page. Raises Conflict where it stands otherwise by now, or was taken back.
    """
    with access.change(by, plan) as change:
        row = store.load(change, choice)
        change.may("choose")
        options = store.options(change, row.id)
        picked = next((each for each in options if each.id == option), None)
        if picked is None:
            raise NotFound
        if picked.state == "chosen":
            return Outcome("unchanged", picked.step_id)
        if row.state != seen or row.state == "closed":
            raise Conflict("state", mine=seen, theirs=row.state)
        return _choose(change, row, picked, options)


def _choose(change: Change, row: Choice, picked: Option, options: list[Option]) -> Outcome:
    was_next = change.plan.next_step_id
    (step,) = journey.lay_agreed(change, [_as_agreed(row, picked)])
    picked.state, picked.step_id = "chosen", step
    _still_said(change, row, picked, step)
    for other in options:
        if other.state == "open":
            other.state = "later"
    row.state, row.chosen_on = "chosen", row.chosen_on or change.today
    before, after = journey.settled(change, was_next)
    told = {"text_id": str(row.question_id)} | after
    change.record(Record("choose", "choice", row.id, step_id=step, track=row.track, before=before, after=told))
    return Outcome("done", step, next_changed=bool(after))


def _still_said(change: Change, row: Choice, picked: Option, step: UUID) -> None:
    """What was said of it when it could be chosen is said of the step: what it takes, and what it means for money."""
    said: dict[str, Any] = {"takes_id": picked.takes_id, "money_id": picked.money_id, "new_id": picked.new_id}
    if any(said.values()):
        here: dict[str, Any] = {"step_id": step, "plan_id": row.plan_id, "by_id": row.by_id, "at": change.at}
        change.session.add(Prospect(**here, **said))


def _as_agreed(row: Choice, picked: Option) -> AgreedStep:
    return AgreedStep(
        title_id=picked.title_id,
        why_id=picked.why_id,
        kind="agreed",
        law=None,
        ball="citizen",
        ball_name=None,
        on=None,
        milestone=row.milestone_id,
        tracks=(row.track,),
    )
