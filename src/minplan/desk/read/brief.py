"""Verb: what a professional meets first on a citizen's page."""

from datetime import datetime

from minplan import clock
from minplan.access import View
from minplan.desk import stillness, telling
from minplan.desk.glance import Brief
from minplan.journey import Way, verdicts


def brief(view: View, way: Way, moved_at: datetime | None) -> Brief:
    """What stands before the way on a professional's page of a citizen: their turn, new wins, subgoals, the law.

    `moved_at` is the newest change that the viewer may know of, as the plan's news tell it.
    """
    today, begun = clock.today(), clock.local(view.plan.created_at).date()
    moved = moved_at is not None and clock.local(moved_at).date() >= stillness.since(today)
    balls = ((step, step.ball) for step in way.open if step.ball)
    mine = [step for step, ball in balls if ball.mine and ball.holder == "municipality"]
    may_rest = way.next is not None and "rest" in verdicts(view, way.next)
    return telling.told(way, telling.Noted(mine, may_rest, begun, moved, today))
