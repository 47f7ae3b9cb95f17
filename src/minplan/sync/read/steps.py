"""Steps, written out as a system reads them."""

from typing import cast

from minplan.journey import StepView
from minplan.sync.caller import Caller
from minplan.sync.case import IN_CASE
from minplan.sync.read.opening import Opened
from minplan.sync.shapes.common import Track, said
from minplan.sync.shapes.step import Ball, Holder, Kind, State, Step


def steps(_: Caller, found: Opened) -> list[Step]:
    """The steps in the case, with what other systems call them."""
    return [_written(found, each) for each in found.part.steps]


def _written(found: Opened, one: StepView) -> Step:
    """Of a step that is the citizen's own their yes is to the title, and to nothing that they wrote beside it."""
    in_case = one.kind in IN_CASE
    return Step(
        id=one.id,
        plan=found.view.plan.id,
        milestone=one.milestone_id,
        external_refs=found.refs.get(one.id, []),
        kind=cast(Kind, one.kind),
        title=said(one.title),
        why=said(one.why) if in_case or one.why_id in found.theirs else None,
        law=one.law,
        tracks=cast(list[Track], list(one.tracks)),
        state=cast(State, one.state),
        is_next=one.id == found.view.plan.next_step_id,
        ball=_ball(found, one),
        when_on=one.when_on,
        when_at=one.when_at,
        until=one.until,
        done_on=one.done_on,
        learned=None,
    )


def name_in(found: Opened, one: StepView) -> str | None:
    """Whom it lies with by name, where the municipality wrote that: whom a citizen names has said yes to nothing."""
    return one.ball.named if one.ball and one.kind in IN_CASE and one.id in found.theirs else None


def _ball(found: Opened, one: StepView) -> Ball | None:
    held = one.ball
    if held is None:
        return None
    name = name_in(found, one)
    return Ball(holder=cast(Holder, held.holder), name=name, since=held.since, promised=held.promised)
