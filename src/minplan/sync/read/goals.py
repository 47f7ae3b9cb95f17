"""Goals, milestones and wins, written out as a system reads them: a citizen's words by their yes alone."""

from typing import Any

from minplan.sync.caller import Caller
from minplan.sync.read import suggested
from minplan.sync.read.opening import Opened
from minplan.sync.shapes.common import said
from minplan.sync.shapes.goal import Goal, Milestone, Win


def goals(_: Caller, found: Opened) -> list[Goal]:
    """The goals in the case. The citizen's yes is to the title; why they want it is theirs."""
    return [
        Goal(
            **_place(found, each), external_refs=found.refs.get(each.id, []),
            title=said(each.title) if each.title_id in found.theirs or found.shows(each.id, each.title_id) else None,
            why=said(each.why) if each.why_id in found.theirs else None,
        )
        for each in found.part.goals
    ] + suggested.goals(found)  # fmt: skip


def milestones(_: Caller, found: Opened) -> list[Milestone]:
    """The milestones in the case. Nobody has said yes to a citizen's title of one."""
    return [
        Milestone(
            **_place(found, each), goal=each.goal_id, external_refs=found.refs.get(each.id, []),
            title=said(each.title) if each.title_id in found.theirs else None,
        )
        for each in found.part.milestones
    ] + suggested.milestones(found)  # fmt: skip


def wins(_: Caller, found: Opened) -> list[Win]:
    """The wins to which the citizen has said yes; of a step that is not in the case, only to whom hears of all."""
    steps = {each.id for each in found.part.steps}
    return [
        Win(id=each.id, plan=found.view.plan.id, text=said(each.text), on=each.on, step=each.step_id)
        for each in found.way.wins
        if found.shows(each.id, each.text_id) and (each.step_id in steps or (each.step_id is None and found.own))
    ]


def _place(found: Opened, one: Any) -> dict[str, Any]:
    reached = one.id in found.part.reached
    return {"id": one.id, "plan": found.view.plan.id, "track": one.track, "reached": reached}
