"""Who changes an agreement can say why, and everybody who sees the change reads it beside it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, SINCE, entries, hide, nothing_written, place, row, waiting_proposals

from minplan import access, journey
from minplan.journey.step import Step

WHY = said("Bussen kører ikke om morgenen")
BOTH = journey.Ball(holder="both")
Act = Callable[[UUID, UUID, UUID], journey.Outcome]
ACTS: dict[str, Act] = {
    "wait": lambda by, plan, step: journey.wait(
        by, plan, step, "active", journey.Wait(ball=BOTH, since=SINCE, until=LATER), WHY
    ),
    "rest": lambda by, plan, step: journey.rest(by, plan, step, "active", LATER, WHY),
    "reword": lambda by, plan, step: journey.reword(
        by, plan, step, "title", row(Step, step)["title_id"], said("Nyt"), WHY
    ),
    "set_date": lambda by, plan, step: journey.set_date(by, plan, step, "", journey.When(on=date(2026, 12, 3)), WHY),
    "hand_over": lambda by, plan, step: journey.hand_over(
        by, plan, step, "citizen", journey.HandOver(ball=BOTH), WHY
    ),
}  # fmt: skip


def reasons(amira: Plan, who: UUID) -> list[str]:
    with access.view(who, amira.id) as view:
        return [change.entry.reason.text for change in journey.story(view).changes if change.entry.reason]


@pytest.mark.parametrize("kind", ["own", "agreed", "law"])
def test_the_reason_stands_beside_the_change(amira: Plan, kind: str) -> None:
    for verb, act in ACTS.items():
        if (verb, kind) == ("reword", "law"):
            continue  # its wording is the municipality's
        came = act(amira.citizen, amira.id, place(amira, kind))
        assert entries(amira)[0].reason.text == WHY.text, verb
        if came.kind in ("proposed", "wished"):
            assert waiting_proposals(amira, amira.bo)[-1].why.text == WHY.text
    assert set(reasons(amira, amira.tove)) == {WHY.text}


def test_a_change_that_changes_nothing_keeps_no_reason(amira: Plan) -> None:
    for act in ACTS.values():
        step = place(amira)
        act(amira.citizen, amira.id, step)
        with nothing_written(amira):
            assert act(amira.citizen, amira.id, step).kind == "unchanged"


def test_the_reason_is_hidden_with_its_step(amira: Plan) -> None:
    ACTS["rest"](amira.citizen, amira.id, place(amira))
    hide(amira, amira.bo, "health")
    assert reasons(amira, amira.bo) == [] and reasons(amira, amira.tove) == [WHY.text]
