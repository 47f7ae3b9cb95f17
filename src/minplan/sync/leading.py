"""Rule: what becomes of a goal and a landmark when a step of the case comes there, lies behind, or leads there no more.

Systems hear of tracks, so what is new, or gone, is asked among the steps on the tracks of this one: whoever hears of
more gets how the goal and the landmark are now.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from minplan.access import tracks_of
from minplan.journey import BEHIND
from minplan.sync.known import Known
from minplan.sync.told import Affected


def landmarks(step: UUID, what: str, entry: Any, known: Known) -> Iterator[Affected]:
    """Where a step leads, if that is new in the case, or may be reached, or no more, by this entry. `what` became of
    the step: "created", "updated", or that it was "answered".
    """
    row = known.steps[step]
    here = known.beside(step, entry.revision)
    alike = known.alike(here, row.tracks)
    is_settled = all(each.state in BEHIND for each in alike)
    if what == "created" and not here:
        yield from _both(row.milestone_id, "created", known)
    elif entry.before.get("state") in BEHIND or (is_settled and _turns(what, entry)):
        yield from _both(row.milestone_id, "updated", known)


def let_go(type: str, subject: UUID, known: Known) -> Iterator[Affected]:
    """It is a part of the case no more; what led to it, or what it led to, may not be one either."""
    yield Affected(type, subject, "updated" if type == "goal" and known.is_goal_in(subject) else "deleted")
    if type == "goal":
        for milestone in known.milestones_of(subject):
            yield Affected("milestone", milestone, "updated" if known.leads_to(milestone) else "deleted")
        yield from _waiting(subject, "deleted", known)
    elif type == "step" and subject in known.steps:
        row = known.steps[subject]
        yield from known.wins_on(subject, "deleted")
        yield from left(row.milestone_id, row.tracks, known)


def moved(step: UUID, was: dict[str, Any], known: Known) -> Iterator[Affected]:
    """A step that led somewhere else until now, or was about other tracks: whoever heard of it there and may not hear
    of it here is told that it is gone."""
    row = known.steps[step]
    tracks, milestone = was.get("tracks") or row.tracks, was.get("milestone_id")
    if not set(tracks_of(row.tracks)).issubset(tracks_of(tracks)):
        yield Affected("step", step, "deleted", tracks=tracks)
        for agreement in known.agreed_as(step):
            yield Affected("agreement", agreement, "deleted", tracks=tracks)
        yield from known.wins_on(step, "deleted", tracks)
    if milestone or "tracks" in was:
        yield from left(UUID(milestone) if milestone else row.milestone_id, tracks, known)


def left(milestone: UUID, tracks: str, known: Known) -> Iterator[Affected]:
    """A landmark to which a step on these tracks leads no more, and its goal."""
    if milestone not in known.milestones:
        return
    goal = known.milestones[milestone].goal_id
    there = known.alike(known.leads_to(milestone), tracks)
    ways = [row for each in known.milestones_of(goal) for row in known.alike(known.leads_to(each), tracks)]
    if not there and not known.is_milestone_said(milestone):
        yield Affected("milestone", milestone, "deleted", direct=False)
    elif all(row.state in BEHIND for row in there):
        yield Affected("milestone", milestone, "updated", direct=False)
    if not ways and not known.is_goal_said(goal):
        yield Affected("goal", goal, "deleted", direct=False)
        yield from _waiting(goal, "deleted", known)
    elif all(row.state in BEHIND for row in there):
        yield Affected("goal", goal, "updated", direct=False)


def behind(milestone: UUID, known: Known) -> Iterator[Affected]:
    """The goal behind a landmark that came into the case without a step: it may be new there, and is not reached."""
    goal = known.milestones[milestone].goal_id
    others = (each for each in known.milestones_of(goal) if each != milestone and known.is_milestone_in(each))
    what = "updated" if known.is_goal_said(goal) or any(others) else "created"
    yield Affected("goal", goal, what, direct=False)
    yield from _waiting(goal, what, known)


def _turns(what: str, entry: Any) -> bool:
    return what in ("created", "answered") or entry.after.get("state") in BEHIND


def _both(milestone: UUID, what: str, known: Known) -> Iterator[Affected]:
    goal = known.milestones[milestone].goal_id
    yield Affected("goal", goal, what, direct=False)
    yield Affected("milestone", milestone, what, direct=False)
    if what == "created":
        yield from _waiting(goal, what, known)


def _waiting(goal: UUID, what: str, known: Known) -> Iterator[Affected]:
    """What is suggested on the way to a goal is in the case while the goal is."""
    for milestone in known.suggested_for(goal):
        yield Affected("milestone", milestone, what, direct=False)
