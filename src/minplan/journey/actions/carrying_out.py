"""What an answer comes to: what was agreed is done, and what was turned down is gone."""

from typing import Any

from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey.actions import pausing, state, steps
from minplan.journey.actions.common import Values, apply
from minplan.journey.actions.days import default_day, standing_day
from minplan.journey.actions.goals import place_goal, place_milestone
from minplan.journey.commands import When
from minplan.journey.kinds import BEHIND
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step
from minplan.journey.store import load


def carry_out(change: Change, row: Proposal, status: str) -> tuple[Values, Values]:
    """Do what was agreed; returns what changed of the step, before and after."""
    step = change.session.get(Step, row.step_id) if row.step_id else None
    if status in ("yes", "adjusted"):
        if step is not None:
            return apply(change, step, _fields(change, row, step))
        _place(change, row)
    elif row.what == "step" and step is not None and status in ("no", "withdrawn"):
        return apply(change, step, {"state": "declined"})
    return {}, {}


def _place(change: Change, row: Proposal) -> None:
    if row.text_id is None or row.track is None:
        return
    if row.what == "goal":
        place_goal(change, row.text_id, row.why_id, row.track, row.id)
    elif row.goal_id:
        place_milestone(change, row.goal_id, row.text_id, row.id)


def _fields(change: Change, row: Proposal, step: Step) -> dict[str, Any]:
    if row.what == "step":
        titled = {"title_id": row.text_id} if row.text_id else {}
        return {"state": "later", "way": load.way_end(change)} | titled | _fresh_promise(change, step)
    if step.state in BEHIND:
        raise Invalid({"state": "not_open"})  # it was settled meanwhile, and no old wish takes that away
    if row.what in ("title", "why"):
        return {f"{row.what}_id": row.text_id}
    if row.what == "when":
        return steps.day_fields(change, step, When(on=row.when_on, at=row.when_at))
    if row.what == "rest":
        # A day to look again that has gone by since the wish is none any more.
        until = row.until if row.until and row.until >= change.today else None
        return {"state": "resting"} | pausing.resting_fields(change, step, until)
    return {"state": "detour", "learned_id": row.text_id} | state.behind_fields(change)


def _fresh_promise(change: Change, step: Step) -> dict[str, Any]:
    """The municipality's promise begins with the yes, not on the day when somebody had the idea."""
    if step.ball != "municipality":
        return {}
    change.must_reach_contact(step.kind, step.track_names)
    day = standing_day(step)
    late = day is None or day < change.today
    return {"since": change.today} | ({"when_on": default_day(change), "when_at": None} if late else {})
