"""What the feed has to know of a plan to tell of a change: what there is, and what of it is a part of the case."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan import access
from minplan.sync.case import IN_CASE
from minplan.sync.told import Affected


@dataclass(slots=True)
class Known:
    """A plan's skeleton, no words. `steps`, `goals`, `milestones` are rows by id, `meetings` what each
    has laid on the way.

    `shown` is what the citizen has said yes to and the text that stood there, `since` when they did, `wins` those among
    it and on which step. `agreed` are the goals and milestones that the municipality proposed and they said yes to,
    `suggested` those that wait. `came` is the revision by which a step came to where it is, of what is in the feed only
    now or not yet: before that it led nowhere. `went` is what left the case by entries that are told now or not yet,
    and by which revision: until then it was there.
    """

    steps: dict[UUID, Any] = field(default_factory=dict)
    goals: dict[UUID, Any] = field(default_factory=dict)
    milestones: dict[UUID, Any] = field(default_factory=dict)
    shown: dict[UUID, UUID] = field(default_factory=dict)
    since: dict[UUID, datetime] = field(default_factory=dict)
    meetings: dict[UUID, list[Any]] = field(default_factory=dict)
    agreed: set[UUID] = field(default_factory=set)
    suggested: dict[UUID, Any] = field(default_factory=dict)
    wins: dict[UUID, UUID | None] = field(default_factory=dict)
    came: dict[UUID, int] = field(default_factory=dict)
    went: list[tuple[int, Affected]] = field(default_factory=list)
    contact: UUID | None = None

    def is_step_in(self, step: UUID) -> bool:
        """Whether a step is a part of the case now, or was one until it was declined."""
        row = self.steps.get(step)
        return row is not None and (row.kind in IN_CASE or self.shown.get(step) == row.title_id)

    def is_declined(self, step: UUID) -> bool:
        """Whether it lay before the citizen, as a part of the case, and was turned down."""
        return self.is_step_in(step) and self.steps[step].state == "declined"

    def leads_to(self, milestone: UUID) -> list[Any]:
        """The steps of the case that lead to a milestone."""
        found = (row for row in self.steps.values() if row.milestone_id == milestone and row.state != "declined")
        return [row for row in found if self.is_step_in(row.id)]

    def beside(self, step: UUID, at: int | None = None) -> list[Any]:
        """The other steps of the case that lead to the same milestone; with `at` as far as they were there by that
        revision."""
        others = (row for row in self.leads_to(self.steps[step].milestone_id) if row.id != step)
        return [row for row in others if at is None or self.came.get(row.id, 0) <= at]

    def alike(self, rows: list[Any], tracks: str) -> list[Any]:
        """Those of the steps that are about these tracks alone: whoever hears of no more knows no others."""
        return [row for row in rows if set(access.tracks_of(row.tracks)).issubset(access.tracks_of(tracks))]

    def is_milestone_in(self, milestone: UUID) -> bool:
        """Whether a step of the case leads there, the citizen has shown the goal behind it, or both have agreed on it.
        """
        return self.is_milestone_said(milestone) or (milestone in self.milestones and bool(self.leads_to(milestone)))

    def is_milestone_said(self, milestone: UUID) -> bool:
        """Whether it is in the case whatever leads there."""
        row = self.milestones.get(milestone)
        return row is not None and (milestone in self.agreed or self._is_shown(row.goal_id))

    def is_goal_in(self, goal: UUID) -> bool:
        """The same of a goal."""
        return self.is_goal_said(goal) or any(self.is_milestone_in(each) for each in self.milestones_of(goal))

    def is_goal_said(self, goal: UUID) -> bool:
        """Whether it is in the case whatever leads there."""
        return self._is_shown(goal) or goal in self.agreed

    def milestones_of(self, goal: UUID) -> list[UUID]:
        """The milestones on the way to a goal."""
        return [row.id for row in self.milestones.values() if row.goal_id == goal]

    def wins_on(self, step: UUID, what: str, tracks: str | None = None) -> list[Affected]:
        """The wins on a step that the citizen has shown: they are in the case while the step is."""
        found = (win for win, at in self.wins.items() if at == step)
        return [Affected("win", win, what, direct=False, tracks=tracks) for win in found] if what != "updated" else []

    def suggested_for(self, goal: UUID) -> list[UUID]:
        """The landmarks that wait for a yes, on the way to a goal: they are told with it."""
        return [row.id for row in self.suggested.values() if row.goal_id == goal]

    def went_after(self, revision: int, tracks: set[str] | None = None) -> list[Affected]:
        """What was a part of the case until after that revision, on these tracks or on all."""
        there = (each for at, each in self.went if at > revision)
        return [each for each in there if tracks is None or tracks.intersection(access.tracks_of(each.tracks or ""))]

    def agreed_as(self, step: UUID) -> list[UUID]:
        """The agreements that stand on the way as a step."""
        return [row.id for rows in self.meetings.values() for row in rows if row.step_id == step]

    def tracks_to(self, *milestones: UUID) -> set[str]:
        """The tracks of all that leads to these: a landmark can be in the case for the sake of another track's step."""
        return {track for each in milestones for row in self.leads_to(each) for track in row.tracks.split(",")}

    def tracks_of(self, of: Affected, told: str | None) -> str | None:
        """Of which tracks one has to hear to hear of it: of each that is named. None is for all who hear of the plan.
        `told` is what the entry says."""
        if of.tracks:
            return of.tracks
        subject = of.subject
        if of.type == "agreement":
            laid = (row for rows in self.meetings.values() for row in rows)
            subject = next((row.step_id for row in laid if row.id == subject), subject)
        subject = self.wins.get(subject) or subject
        if subject in self.steps:
            return str(self.steps[subject].tracks)
        row = self.goals.get(subject) or self.milestones.get(subject) or self.suggested.get(subject)
        return row.track if row else told if of.type in ("goal", "milestone") else None

    def _is_shown(self, goal: UUID) -> bool:
        row = self.goals.get(goal)
        return row is not None and self.shown.get(goal) == row.title_id
