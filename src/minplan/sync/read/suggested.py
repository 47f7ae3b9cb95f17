"""Goals and milestones that the municipality has suggested, while the citizen has not answered."""

from typing import Any

from minplan.journey import ProposalView
from minplan.sync.read.opening import Opened
from minplan.sync.shapes.common import said
from minplan.sync.shapes.goal import Goal, Milestone


def goals(found: Opened) -> list[Goal]:
    """The goals that wait for a yes, under the id that they keep when it comes."""
    rows = _waiting(found, "goal")
    return [Goal(**_place(found, each), why=said(each.why)) for each in rows]


def milestones(found: Opened) -> list[Milestone]:
    """The milestones that wait, of goals that are in the case."""
    here = {each.id for each in found.part.goals}
    rows = [each for each in _waiting(found, "milestone") if each.goal_id in here]
    return [Milestone(**_place(found, each), goal=each.goal_id) for each in rows]  # type: ignore[arg-type]


def _waiting(found: Opened, what: str) -> list[ProposalView]:
    return [each for each in found.waiting if each.what == what and each.to == "citizen" and each.track in found.tracks]


def _place(found: Opened, one: ProposalView) -> dict[str, Any]:
    said_so = {"title": said(one.text), "track": one.track, "state": "suggested", "reached": False}
    return {"id": one.id, "plan": found.view.plan.id, "external_refs": found.refs.get(one.id, []), **said_so}
