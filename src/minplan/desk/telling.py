"""Rule: what of a way is told first to a professional: their own turn, new wins, the subgoals, and the law last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from minplan.desk import stillness
from minplan.desk.glance import Brief
from minplan.journey import MilestoneView, StepView, Way, WinView


@dataclass(frozen=True, slots=True)
class Noted:
    """What is known beside the way: the steps that wait for the reader, whether they may let the next one rest, when
    the plan began, whether it has changed lately, and the local day.
    """

    mine: Iterable[StepView]
    may_rest: bool
    begun: date
    moved: bool
    today: date


def told(way: Way, noted: Noted) -> Brief:
    """What is told before the way."""
    milestones = [milestone for goal in way.goals for milestone in goal.milestones]
    return Brief(
        mine=tuple(sorted(noted.mine, key=_place)),
        fresh_wins=_fresh(way.wins),
        reached=tuple(milestone for milestone in milestones if milestone.reached),
        coming=_coming(way, milestones),
        law=tuple(step for step in (*way.open, *way.suggestions) if step.kind == "law"),
        still=stillness.is_still(noted.begun, noted.moved, noted.today),
        may_rest=noted.may_rest,
        praise_due=stillness.praise_due(noted.begun, (win.on for win in way.wins if win.by), noted.today),
    )


def _place(step: StepView) -> tuple[bool, date]:
    return not (step.ball and step.ball.passed), step.since or date.max


def _fresh(wins: tuple[WinView, ...]) -> tuple[WinView, ...]:
    """The citizen's own wins after the last praise; wins come newest first."""
    return tuple(win for win in takewhile(lambda win: win.by is None, wins) if not win.praised)


def _coming(way: Way, milestones: list[MilestoneView]) -> MilestoneView | None:
    """The landmark that the next step leads up to, else the first that is not reached."""
    ahead = [milestone for milestone in milestones if not milestone.reached]
    toward = way.next.milestone_id if way.next else None
    return next((each for each in ahead if each.id == toward), ahead[0] if ahead else None)
