"""Whatever two people do to a plan, its document stays a valid one that comes back as it went."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from documents import plan_documents
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import Engine

from minplan import access, clock, exchange, journey
from minplan.errors import MinplanError
from minplan.exchange.check import check
from minplan.journey import (
    Ball,
    Detour,
    HandOver,
    NewGoal,
    NewMilestone,
    NewStep,
    NewWin,
    SettleFirst,
    Split,
    Wait,
    When,
)
from minplan.words import NewText

SAID = NewText(text="Ét skridt ad gangen", lang="da")
MONDAY = date(2026, 11, 16)
BALLS = [Ball(holder=holder, name="Bo") for holder in ("citizen", "municipality", "both", "other")]
Verb = Callable[[UUID, UUID, journey.StepView, journey.StepView, date, Ball], object]

VERBS: list[Verb] = [
    lambda by, plan, step, other, day, ball: journey.complete(by, plan, step.id, step.state),
    lambda by, plan, step, other, day, ball: journey.reopen(by, plan, step.id, step.state),
    lambda by, plan, step, other, day, ball: journey.start(by, plan, step.id, step.state),
    lambda by, plan, step, other, day, ball: journey.postpone(by, plan, step.id, step.state),
    lambda by, plan, step, other, day, ball: journey.wait(
        by, plan, step.id, step.state, Wait(ball=ball, since=MONDAY, until=day)
    ),
    lambda by, plan, step, other, day, ball: journey.rest(by, plan, step.id, step.state, day),
    lambda by, plan, step, other, day, ball: journey.rest(by, plan, step.id, step.state, None),
    lambda by, plan, step, other, day, ball: journey.detour(by, plan, step.id, step.state, Detour(learned=SAID)),
    lambda by, plan, step, other, day, ball: journey.hand_over(
        by, plan, step.id, step.ball.holder if step.ball else "", HandOver(ball=ball)
    ),
    lambda by, plan, step, other, day, ball: journey.promise(by, plan, step.id, day, SAID),
    lambda by, plan, step, other, day, ball: journey.set_date(by, plan, step.id, _when(step), When(on=day)),
    lambda by, plan, step, other, day, ball: journey.set_date(by, plan, step.id, _when(step), When()),
    lambda by, plan, step, other, day, ball: journey.reword(by, plan, step.id, "title", step.title_id, SAID),
    lambda by, plan, step, other, day, ball: journey.choose_next(by, plan, step.id),
    lambda by, plan, step, other, day, ball: journey.move(by, plan, step.id, other.id, "before"),
    lambda by, plan, step, other, day, ball: journey.split(by, plan, step.id, Split(titles=[SAID, SAID])),
    lambda by, plan, step, other, day, ball: journey.settle_first(
        by, plan, step.id, SettleFirst(before=[other.id], look_again=day)
    ),
    lambda by, plan, step, other, day, ball: journey.add_step(
        by, plan, NewStep(milestone=step.milestone_id, title=SAID, tracks=["work"], ball=ball, choice_with=other.id)
    ),
    lambda by, plan, step, other, day, ball: journey.add_win(by, plan, NewWin(text=SAID, step=step.id)),
    lambda by, plan, step, other, day, ball: journey.add_goal(by, plan, NewGoal(title=SAID, track="work")),
    lambda by, plan, step, other, day, ball: (
        step.goal and journey.add_milestone(by, plan, NewMilestone(goal=step.goal.id, title=SAID))
    ),
]


def _when(step: journey.StepView) -> str:
    found = step.when_at.astimezone(clock.UTC) if step.when_at else step.when_on
    return found.isoformat() if found else ""


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(document=plan_documents(), data=st.data())
def test_after_any_changes_the_document_is_valid_and_comes_back(
    sqlite: Engine, document: dict[str, object], data: st.DataObject
) -> None:
    clock.start(clock.parse(MONDAY.isoformat()))
    (plan,) = exchange.bring_in([document])
    citizen = access.citizen_of(plan)
    assert citizen
    for _ in range(data.draw(st.integers(1, 12))):
        _change(citizen, plan, data)
    changed, _gaps = exchange.take_out(plan)
    assert check(changed) == []
    (again,) = exchange.bring_in([changed])
    assert exchange.take_out(again) == (changed, [])


def _change(citizen: UUID, plan: UUID, data: st.DataObject) -> None:
    with access.view(citizen, plan) as view:
        way = journey.way(view)
        waiting = [proposal for proposal in journey.proposals(view, way) if proposal.mine]
        people = [citizen, view.members[0].person_id]
    by = data.draw(st.sampled_from(people))
    try:
        if waiting and data.draw(st.booleans()):
            reply = journey.ProposalAnswer(answer=data.draw(st.sampled_from(["yes", "no", "talk"])))
            journey.answer(citizen, plan, waiting[0].id, reply)
        elif steps := [*way.behind, *way.ahead, *way.suggestions]:
            step, other = data.draw(st.sampled_from(steps)), data.draw(st.sampled_from(steps))
            day = MONDAY + timedelta(days=data.draw(st.integers(0, 60)))
            data.draw(st.sampled_from(VERBS))(by, plan, step, other, day, data.draw(st.sampled_from(BALLS)))
    except MinplanError:
        pass
