"""What the feed has to know of a plan to tell of a change: what there is, and what of it is a part of the case."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan.access import tracks_of
from minplan.journey import BEHIND
from minplan.sync.case import IN_CASE
from minplan.sync.told import Affected


@dataclass(slots=True)
class Known:
    """A plan's skeleton, no words. `steps`, `goals`, `milestones` are rows by id, `meetings` what each
    has laid on the way.

    `shown` is what the citizen has said yes to and the text that stood there, `since` when they did; `agreed` the
    goals and milestones that the municipality proposed and they said yes to.
    """

    steps: dict[UUID, Any] = field(default_factory=dict)
    goals: dict[UUID, Any] = field(default_factory=dict)
    milestones: dict[UUID, Any] = field(default_factory=dict)
    shown: dict[UUID, UUID] = field(default_factory=dict)
    since: dict[UUID, datetime] = field(default_factory=dict)
    meetings: dict[UUID, list[Any]] = field(default_factory=dict)
    agreed: set[UUID] = field(default_factory=set)
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

    def is_milestone_in(self, milestone: UUID) -> bool:
        """Whether a step of the case leads there, the citizen has shown the goal behind it, or both have agreed on it.
        """
        row = self.milestones.get(milestone)
        is_said = milestone in self.agreed or (row is not None and self._is_shown(row.goal_id))
        return row is not None and (is_said or bool(self.leads_to(milestone)))

    def is_goal_in(self, goal: UUID) -> bool:
        """The same of a goal."""
        ways = self.milestones_of(goal)
        return self._is_shown(goal) or goal in self.agreed or any(self.is_milestone_in(each) for each in ways)

    def milestones_of(self, goal: UUID) -> list[UUID]:
        """The milestones on the way to a goal."""
        return [row.id for row in self.milestones.values() if row.goal_id == goal]

    def turns(self, milestone: UUID) -> bool:
        """Whether a landmark may just have been reached: every step to it lies behind."""
        return all(row.state in BEHIND for row in self.steps.values() if row.milestone_id == milestone)

    def track_of(self, of: Affected, told: str | None) -> str | None:
        """Whom the citizen's yes lets hear of it; None is for all who hear of the plan. `told` is what the entry says.
        """
        subject = of.subject
        if of.type == "agreement":
            laid = (row for rows in self.meetings.values() for row in rows)
            subject = next((row.step_id for row in laid if row.id == subject), subject)
        if subject in self.steps:
            return tracks_of(self.steps[subject].tracks)[0]
        row = self.goals.get(subject) or self.milestones.get(subject)
        return row.track if row else told if of.type in ("goal", "milestone") else None

    def _is_shown(self, goal: UUID) -> bool:
        row = self.goals.get(goal)
        return row is not None and self.shown.get(goal) == row.title_id
