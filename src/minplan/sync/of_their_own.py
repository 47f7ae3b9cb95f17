"""Rule: what citizens let into the case and take back, and what follows from it for what else is told."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from minplan.journey import BEHIND
from minplan.sync.known import Known
from minplan.sync.told import Affected, Told


def landmarks(step: UUID, what: str, entry: Any, known: Known) -> Iterator[Affected]:
    """Where a step leads, if that is new in the case, or may have been reached just now."""
    milestone = known.steps[step].milestone_id
    alone = what == "created" and len(known.leads_to(milestone)) == 1
    behind = entry.after.get("state") in BEHIND and known.turns(milestone)
    if alone or behind or entry.before.get("state") in BEHIND:
        what = "created" if alone else "updated"
        yield Affected("goal", known.milestones[milestone].goal_id, what, direct=False)
        yield Affected("milestone", milestone, what, direct=False)


def shown(told: Told, entry: Any, known: Known) -> Iterator[Affected]:
    """What a citizen has shown, and taken back, with what leads to it."""
    subject = entry.plan_id if told.type == "plan" else entry.subject_id
    if told.what == "deleted":
        yield from let_go(told.type, subject, known)
        return
    if told.type == "step" and subject in known.steps:
        yield from landmarks(subject, told.what, entry, known)
    yield Affected(told.type, subject, told.what)
    if told.type == "goal":
        yield from (Affected("milestone", each, told.what) for each in known.milestones_of(subject))


def let_go(type: str, subject: UUID, known: Known) -> Iterator[Affected]:
    """It is a part of the case no more; what led to it, or what it led to, may not be one either."""
    yield Affected(type, subject, "updated" if type == "goal" and known.is_goal_in(subject) else "deleted")
    if type == "goal":
        for milestone in known.milestones_of(subject):
            yield Affected("milestone", milestone, "updated" if known.leads_to(milestone) else "deleted")
    elif type == "step" and subject in known.steps:
        milestone = known.steps[subject].milestone_id
        goal = known.milestones[milestone].goal_id
        if not known.is_milestone_in(milestone):
            yield Affected("milestone", milestone, "deleted")
        if not known.is_goal_in(goal):
            yield Affected("goal", goal, "deleted")


def brought_about(entry: Any, known: Known) -> Iterator[Affected]:
    """What follows from a change that only the citizen reads of: whose eyes are open, and whether there is a plan."""
    if entry.subject == "consent":
        yield Affected("consent", entry.subject_id, "created" if entry.verb == "give_consent" else "updated")
    elif entry.verb == "close_plan":
        yield Affected("plan", entry.plan_id, "deleted")
    elif entry.subject_id == known.contact:
        hidden, was = (set(str(each.get("hidden", "")).split(",")) for each in (entry.after, entry.before))
        yield from everything(known, "created", was - hidden)
        yield from everything(known, "deleted", hidden - was)


def everything(known: Known, what: str, tracks: set[str] | None = None) -> Iterator[Affected]:
    """All of the case on these tracks, or on all of them; what leads somewhere comes after where it leads."""
    every = (
        *(("goal", row.id, {row.track}) for row in known.goals.values() if known.is_goal_in(row.id)),
        *(("milestone", row.id, {row.track}) for row in known.milestones.values() if known.is_milestone_in(row.id)),
        *(("step", row.id, set(row.tracks.split(","))) for row in known.steps.values() if known.is_step_in(row.id)),
        *(("meeting", meeting, set[str]()) for meeting in known.meetings),
    )
    for type, subject, theirs in every:
        if tracks is None or theirs & tracks:
            yield Affected(type, subject, what)
