"""Rule: what citizens let into the case and take back, and what follows from it for what else is told."""

from collections.abc import Iterator
from typing import Any

from minplan.sync.known import Known
from minplan.sync.leading import landmarks, let_go
from minplan.sync.told import Affected, Told


def shown(told: Told, entry: Any, known: Known) -> Iterator[Affected]:
    """What a citizen has shown, and taken back, with what leads to it."""
    subject = entry.plan_id if told.type == "plan" else entry.subject_id
    if told.what == "deleted":
        yield from let_go(told.type, subject, known)
        return
    if told.type == "step" and subject in known.steps:
        yield from landmarks(subject, told.what, entry, known)
    yield Affected(told.type, subject, told.what)
    if told.type == "step":
        yield from known.wins_on(subject, told.what)
    if told.type == "goal":
        there = (*known.milestones_of(subject), *known.suggested_for(subject))
        yield from (Affected("milestone", each, told.what) for each in there)


def brought_about(entry: Any, known: Known) -> Iterator[Affected]:
    """What follows from a change that only the citizen reads of: whose eyes are open, and whether there is a plan."""
    if entry.subject == "consent":
        yield Affected("consent", entry.subject_id, "created" if entry.verb == "give_consent" else "updated")
    elif entry.verb == "close_plan":
        yield Affected("plan", entry.plan_id, "deleted")
    elif entry.verb == "open_plan":
        yield from begun(entry, known)
    elif entry.verb == "move_contact":
        yield from to_another(entry, known)
    elif entry.subject_id == known.contact:
        hidden, was = (set(str(each.get("hidden", "")).split(",")) - {""} for each in (entry.after, entry.before))
        if was != hidden:
            # Of which tracks a system hears stands on the plan, and of a plan without any it hears nothing.
            yield Affected("plan", entry.plan_id, "deleted" if hidden - was else "created")
        # What two tracks draw may be hidden by one and shown by the other: the tombstone is heard in any case.
        yield from everything(known, "deleted", hidden - was)
        yield from known.went_after(entry.revision, hidden - was)
        yield from everything(known, "created", was - hidden)


def begun(entry: Any, known: Known) -> Iterator[Affected]:
    """A plan with all that is in its case."""
    yield Affected("plan", entry.plan_id, "created")
    yield Affected("citizen", entry.citizen_id, "created")
    yield from everything(known, "created")


def to_another(entry: Any, known: Known) -> Iterator[Affected]:
    """Everything is gone for whom the department that was had it; whoever has it now reads that it is there. Also
    whoever brought it about may be one of these."""
    yield Affected("plan", entry.plan_id, "deleted", direct=False)
    yield Affected("citizen", entry.citizen_id, "deleted", direct=False)
    gone = (*everything(known, "deleted"), *known.went_after(entry.revision))
    yield from (each._replace(direct=False) for each in gone)


def everything(known: Known, what: str, tracks: set[str] | None = None) -> Iterator[Affected]:
    """All of the case on these tracks, or on all of them; what leads somewhere comes after where it leads."""
    every = (
        *(("goal", row.id, known.tracks_to(*known.milestones_of(row.id)) | {row.track}) for row in known.goals.values()
          if known.is_goal_in(row.id)),
        *(("milestone", row.id, known.tracks_to(row.id) | {row.track}) for row in known.milestones.values()
          if known.is_milestone_in(row.id)),
        *((row.what, row.id, {row.track}) for row in known.suggested.values()),
        *(("step", row.id, set(row.tracks.split(","))) for row in known.steps.values() if known.is_step_in(row.id)),
        *(("win", win, set(known.steps[step].tracks.split(","))) for win, step in known.wins.items()
          if step and known.is_step_in(step)),
        *(("agreement", row.id, set(known.steps[row.step_id].tracks.split(","))) for rows in known.meetings.values()
          for row in rows if known.is_step_in(row.step_id)),
        *(("meeting", meeting, set[str]()) for meeting in known.meetings),
    )  # fmt: skip
    for type, subject, theirs in every:
        if tracks is None or theirs & tracks:
            yield Affected(type, subject, what)
