"""A step, written out as a system reads it."""

from typing import Any, cast
from uuid import UUID

from minplan.journey import StepView
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.read.opening import Opened, opened
from minplan.sync.shapes.common import Ref, said
from minplan.sync.shapes.step import Ball, Holder, Kind, Step
from minplan.sync.store import refs


def step(caller: Caller, plan_id: UUID, step_id: UUID) -> Step:
    """One step of a plan that is a part of the case. Raises NotFound and Problem."""
    with opened(caller, plan_id) as found:
        return step_in(caller, found, step_id)


def step_in(caller: Caller, found: Opened, step_id: UUID) -> Step:
    """The same of a plan that is open already."""
    one = next((each for each in found.part.steps if each.id == step_id), None)
    if one is None:
        raise Problem("not-found")
    return written(caller, found, (one,))[0]


def written(caller: Caller, found: Opened, steps: tuple[StepView, ...]) -> list[Step]:
    """These steps with what other systems call them."""
    known = refs.of(found.view.connection, caller.municipality_id, [each.id for each in steps])
    return [_written(found, each, known.get(each.id, [])) for each in steps]


def _written(found: Opened, one: StepView, known: list[Any]) -> Step:
    return Step(
        id=one.id,
        plan=found.view.plan.id,
        milestone=one.milestone_id,
        external_refs=[Ref(system=each.system, id=each.external_id) for each in known],
        kind=cast(Kind, one.kind),
        title=said(one.title),
        why=said(one.why),
        law=one.law,
        tracks=list(one.tracks),
        state=one.state,
        is_next=one.is_next,
        ball=_ball(one),
        when_on=one.when_on,
        when_at=one.when_at,
        done_on=one.done_on,
        learned=None,
    )


def _ball(one: StepView) -> Ball | None:
    held = one.ball
    if held is None:
        return None
    return Ball(holder=cast(Holder, held.holder), name=held.named, since=held.since, promised=held.promised)
