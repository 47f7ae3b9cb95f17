"""Goals and milestones that the municipality has suggested, while the citizen has not answered."""

from typing import Any

from minplan import journey
from minplan.journey import ProposalView
from minplan.sync.caller import Caller
from minplan.sync.read.opening import Opened
from minplan.sync.read.refs import known
from minplan.sync.shapes.common import said
from minplan.sync.shapes.goal import Goal, Milestone


def goals(caller: Caller, found: Opened) -> list[Goal]:
    """The goals that wait for a yes, under the id that they keep when it comes."""
    rows = _waiting(found, "goal")
    refs = known(found.view.connection, caller, [each.id for each in rows])
    return [Goal(**_place(found, each), external_refs=refs(each.id), why=said(each.why)) for each in rows]


def milestones(caller: Caller, found: Opened) -> list[Milestone]:
    """The milestones that wait, of goals that are in the case."""
    here = {each.id for each in found.part.goals}
    rows = [each for each in _waiting(found, "milestone") if each.goal_id in here]
    refs = known(found.view.connection, caller, [each.id for each in rows])
    return [Milestone(**_place(found, each), external_refs=refs(each.id), goal=each.goal_id) for each in rows]  # type: ignore[arg-type]


def _waiting(found: Opened, what: str) -> list[ProposalView]:
    asked = journey.proposals(found.view, found.way)
    return [each for each in asked if each.what == what and each.to == "citizen" and each.track in found.tracks]


def _place(found: Opened, one: ProposalView) -> dict[str, Any]:
    said_so = {"title": said(one.text), "track": one.track, "state": "suggested", "reached": False}
    return {"id": one.id, "plan": found.view.plan.id, **said_so}
