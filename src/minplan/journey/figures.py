"""Rule: the steps of one way as they are drawn, for one reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from minplan.access import PlanCover, Viewer, tracks_of
from minplan.journey import order
from minplan.journey.drawing import ball_of, date_passed
from minplan.journey.kinds import OPEN
from minplan.journey.views import GoalView, MilestoneView, StepView, WinView
from minplan.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and when: the viewer, the plan's cover, its professionals (the contact first), and the local day."""

    viewer: Viewer
    plan: PlanCover
    names: Sequence[str]
    today: date


class Drawing:
    """Draws rows of one way; holds what every row looks up."""

    def __init__(
        self,
        reader: Reader,
        goals: tuple[GoalView, ...],
        arrivals: dict[UUID, list[MilestoneView]],
        wins: list[WinView],
        seen: list[Any],
        next_id: UUID | None,
    ) -> None:
        self.reader, self.arrivals, self.wins, self.next_id = reader, arrivals, wins, next_id
        self.goal_of = {milestone.id: goal for goal in goals for milestone in goal.milestones}
        self.by_id = {row.id: row for row in seen}
        self.wins_of: dict[UUID, list[WinView]] = {}
        for win in wins:
            if win.step_id:
                self.wins_of.setdefault(win.step_id, []).append(win)

    def steps(self, rows: Sequence[Any], first_number: int) -> tuple[StepView, ...]:
        """The rows drawn in their order, numbered from `first_number`."""
        before: list[Any] = [None, *rows]
        return tuple(
            self._step(row, first_number + index, order.joined(row, before[index], index, self.next_id is not None))
            if row.state in OPEN
            else self._step(row, first_number + index, None)
            for index, row in enumerate(rows)
        )

    def _step(self, row: Any, number: int, joined: str | None) -> StepView:
        reader = self.reader
        tracks = tracks_of(row.tracks)
        return StepView(
            id=row.id,
            number=number,
            title=words_of(row, "title") or Words("", "da"),
            why=words_of(row, "why"),
            learned=words_of(row, "learned"),
            kind=row.kind,
            law=row.law,
            state=row.state,
            is_next=row.id == self.next_id,
            track=tracks[0],
            tracks=tracks,
            ball=ball_of(row, reader.viewer, reader.plan.citizen_name, reader.names, reader.today),
            when_on=row.when_on,
            when_at=row.when_at,
            since=row.since,
            until=row.until,
            done_on=row.done_on,
            date_passed=date_passed(row, reader.today),
            joined=joined,
            goal=self.goal_of.get(row.milestone_id),
            milestone_id=row.milestone_id,
            arrives=tuple(self.arrivals.get(row.id, ())),
            wins=tuple(self.wins_of.get(row.id, ())),
            after=self._after(row),
            title_id=row.title_id,
            why_id=row.why_id,
            way=row.way,
        )

    def _after(self, row: Any) -> Words | None:
        first = self.by_id.get(row.after_id)
        return words_of(first, "title") if first is not None and first.state in OPEN else None
