"""What other rooms do to the way within a change of theirs: lay down what was agreed, and see to the next step.

They ask the policy, and they tell the journal.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from minplan.access import TRACKS, Change
from minplan.errors import Invalid
from minplan.journey.actions.common import Values, apply, plain, settle_next
from minplan.journey.actions.days import default_day, standing_day
from minplan.journey.commands import AgreedStep
from minplan.journey.goal import Goal, Milestone
from minplan.journey.kinds import OPEN
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText

# What others agree on is among these; whoever changes one of them on the way has said something newer.
SAYS = (
    *("title_id", "why_id", "kind", "law", "ball", "ball_name", "when_on", "when_at", "until", "after_id"),
    *("milestone_id", "tracks"),
)


def lay_agreed(change: Change, agreed: Sequence[AgreedStep]) -> list[UUID]:
    """What was agreed stands on the way at once: the ids of the steps, in this order.

    With the id of a `step` it says anew what that one is, unless it lies behind by now.
    """
    return [_again(change, each, each.step) if each.step else _new(change, each) for each in agreed]


def standing(change: Change, step: UUID) -> Values | None:
    """What an open step says, as the journal keeps it; None for one that is open no more."""
    row = change.session.get(Step, step)
    return said_of(row) if row and row.state in OPEN else None


def said_of(step: Any, prefix: str = "") -> Values:
    """What a step says, as the journal keeps it, of a row whose columns have this prefix."""
    return {name: plain(getattr(step, prefix + name)) for name in SAYS}


def settled(change: Change, before: UUID | None) -> tuple[Values, Values]:
    """Which step is next, before and after all this, as the journal keeps it; nothing where it is the same one."""
    change.session.flush()
    now = change.plan.next_step_id
    if now == before:
        return {}, {}
    return {"next": str(before) if before else None}, {"next": str(now) if now else None}


def holds(change: Change, step: UUID | None) -> bool:
    """Whether this is an open step of the plan whose day has not gone by: somebody can go home with it."""
    row = change.session.get(Step, step) if step else None
    if row is None or row.plan_id != change.plan.id or row.state not in OPEN:
        return False
    day = standing_day(row)
    return day is None or day >= change.today


def take_next(change: Change, step: UUID) -> None:
    """This step is the next one. Raises NotFound, and Invalid where nobody can go home with it."""
    row = load.step(change, step)
    if not holds(change, row.id):
        raise Invalid({"next": "not_open"})
    settle_next(change, row, is_next=True)


def may_lead_to(change: Change) -> dict[UUID, str]:
    """Where something can lead, as far as this person sees it: milestones, each with the track of its goal."""
    tracks = {row.id: change.session.get_one(Goal, row.goal_id).track for row in load.milestones(change)}
    return {key: track for key, track in tracks.items() if track not in change.viewer.hidden}


def _new(change: Change, agreed: AgreedStep) -> UUID:
    if agreed.kind == "law" and agreed.ball == "other":
        raise Invalid({"ball": "law_stands"})
    milestone = _milestone(change, agreed)
    row = Step(
        plan_id=change.plan.id,
        milestone_id=milestone.id,
        position=load.place_after(change, Step),
        way=load.way_end(change),
        tracks=",".join(agreed.tracks) or change.session.get_one(Goal, milestone.goal_id).track,
        state="later",
        **_fields(change, agreed),
    )
    if row.ball == "municipality":
        row.since = change.today
    change.session.add(row)
    change.session.flush()
    settle_next(change, row)
    return row.id


def _again(change: Change, agreed: AgreedStep, step: UUID) -> UUID:
    row = change.session.get_one(Step, step)
    if row.state in OPEN:
        fields = _fields(change, agreed, row.why_id)
        fields["since"] = row.since or change.today if agreed.ball == "municipality" else None
        fields["milestone_id"] = agreed.milestone or row.milestone_id
        fields["tracks"] = ",".join(agreed.tracks) or row.tracks
        apply(change, row, fields)
    return step


def _fields(change: Change, agreed: AgreedStep, why: UUID | None = None) -> dict[str, Any]:
    """What an agreement says of its step. A day that has gone by meanwhile is nobody's day any more."""
    day = agreed.on if agreed.on and agreed.on >= change.today else None
    if agreed.ball == "municipality":
        day = day or default_day(change)
    fields: dict[str, Any] = {name: getattr(agreed, name) for name in ("title_id", "kind", "law", "ball", "ball_name")}
    return fields | {"why_id": agreed.why_id or why or _why(change, agreed.kind), "when_on": day, "when_at": None}


def _why(change: Change, kind: str) -> UUID | None:
    """What is agreed says what it is good for; where nobody has, at least where it comes from."""
    phrase = {"agreed": "why.found_together", "law": "why.law_asks"}.get(kind)
    return change.write(NewText(phrase=phrase)).id if phrase else None


def _milestone(change: Change, agreed: AgreedStep) -> Milestone:
    """Where it leads: as it was said, else to a goal on its track, else where the next step leads, else anywhere."""
    found = load.milestones(change)
    named = [row for row in found if row.id == agreed.milestone]
    alike = [row for row in found if change.session.get_one(Goal, row.goal_id).track in agreed.tracks]
    step = change.session.get(Step, change.plan.next_step_id) if change.plan.next_step_id else None
    beside = [row for row in found if step and row.id == step.milestone_id]
    return next(iter([*named, *alike, *beside, *found]), None) or _landmark(change, agreed)


def _landmark(change: Change, agreed: AgreedStep) -> Milestone:
    """A plan without a goal yet: one with a goal for everybody."""
    track = next(iter([*agreed.tracks, *TRACKS]))
    text = change.write(NewText(phrase="goal.find_way")).id
    goal = Goal(plan_id=change.plan.id, title_id=text, track=track, position=load.place_after(change, Goal))
    change.session.add(goal)
    change.session.flush()
    title = change.write(NewText(phrase="milestone.agreed")).id
    at = load.place_after(change, Milestone)
    row = Milestone(plan_id=change.plan.id, goal_id=goal.id, title_id=title, position=at)
    change.session.add(row)
    change.session.flush()
    return row
