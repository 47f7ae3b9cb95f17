"""Verbs: goals, milestones and the horizon."""

from uuid import UUID, uuid4

from minplan import access
from minplan.access import PROPOSE, Change
from minplan.errors import NotFound
from minplan.journal import Record
from minplan.journey.actions.again import added_already
from minplan.journey.actions.common import UNCHANGED, Outcome, plain
from minplan.journey.actions.wishes import lay
from minplan.journey.goal import Goal, Milestone, NewGoal, NewMilestone
from minplan.journey.store import load
from minplan.words import NewText


def add_goal(by: UUID, plan: UUID, command: NewGoal) -> Outcome:
    """A goal; from a professional a proposal that waits for the citizen's yes."""
    with access.change(by, plan) as change:
        verdict = change.may("add_goal")
        title, why = change.write(command.title).id, change.write(command.why).id if command.why else None
        if verdict == PROPOSE:
            return lay(change, "goal", text_id=title, why_id=why, track=command.track)
        row = place_goal(change, title, why, command.track)
        if known := added_already(change, row):
            return Outcome("unchanged", known)
        after = {"title_id": plain(title), "track": row.track}
        change.record(Record("add", "goal", row.id, track=row.track, after=after))
        return Outcome("done", row.id)


def add_milestone(by: UUID, plan: UUID, command: NewMilestone) -> Outcome:
    """A landmark on the way to a goal; from a professional a proposal."""
    with access.change(by, plan) as change:
        goal = load.goal(change, command.goal)
        verdict = change.may("add_milestone")
        title = change.write(command.title).id
        if verdict == PROPOSE:
            return lay(change, "milestone", text_id=title, goal_id=goal.id, track=goal.track)
        row = place_milestone(change, goal.id, title)
        if known := added_already(change, row):
            return Outcome("unchanged", known)
        change.record(Record("add", "milestone", row.id, track=goal.track, after={"title_id": plain(title)}))
        return Outcome("done", row.id)


def reword_goal(by: UUID, plan: UUID, goal: UUID, seen: UUID, new: NewText) -> Outcome:
    """Other words for a goal."""
    with access.change(by, plan) as change:
        row = load.goal(change, goal)
        change.may("reword_goal")
        return _retitle(change, "goal", row, row.track, seen, new)


def reword_milestone(by: UUID, plan: UUID, goal: UUID, milestone: UUID, seen: UUID, new: NewText) -> Outcome:
    """Other words for a milestone of this goal."""
    with access.change(by, plan) as change:
        row = load.milestone(change, milestone)
        if row.goal_id != goal:
            raise NotFound
        change.may("reword_goal")
        return _retitle(change, "milestone", row, load.goal(change, goal).track, seen, new)


def set_horizon(by: UUID, plan: UUID, seen: UUID | None, new: NewText | None) -> Outcome:
    """The citizen's own words for a good life, or None for "not now"."""
    with access.change(by, plan) as change:
        change.may("set_horizon")
        current = change.words(change.plan.horizon_id)
        if (current is None and new is None) or (current and new and current.says(new)):
            return UNCHANGED
        change.compare("horizon", plain(seen), plain(change.plan.horizon_id), mine=new)
        before = plain(change.plan.horizon_id)
        change.plan.horizon_id = change.write(new).id if new else None
        after = {"horizon_id": plain(change.plan.horizon_id)}
        change.record(Record("set_horizon", "plan", change.plan.id, before={"horizon_id": before}, after=after))
        return Outcome("done", change.plan.id)


def place_goal(change: Change, title: UUID, why: UUID | None, track: str, id: UUID | None = None) -> Goal:
    """A goal row behind the others; what came of a proposal has the proposal's `id`, so that it has one from then on.
    """
    row = Goal(
        id=id or uuid4(), plan_id=change.plan.id, title_id=title, why_id=why, track=track,
        position=load.place_after(change, Goal),
    )  # fmt: skip
    change.session.add(row)
    change.session.flush()
    return row


def place_milestone(change: Change, goal: UUID, title: UUID, id: UUID | None = None) -> Milestone:
    """A milestone row behind the others; `id` as of a goal."""
    row = Milestone(
        id=id or uuid4(), plan_id=change.plan.id, goal_id=goal, title_id=title,
        position=load.place_after(change, Milestone),
    )  # fmt: skip
    change.session.add(row)
    change.session.flush()
    return row


def _retitle(change: Change, subject: str, row: Goal | Milestone, track: str, seen: UUID, new: NewText) -> Outcome:
    current = change.words(row.title_id)
    if current and current.says(new):
        return UNCHANGED
    change.compare("title", seen, row.title_id, mine=new)
    before = plain(row.title_id)
    row.title_id = change.write(new).id
    after = {"title_id": plain(row.title_id)}
    change.record(Record("reword", subject, row.id, track=track, before={"title_id": before}, after=after))
    return Outcome("done", row.id)
