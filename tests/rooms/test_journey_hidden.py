"""What is hidden from the contact asks nothing of them; and what the law asks stays within their reach."""

from collections.abc import Callable
from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, SINCE, hide, nothing_written, one_change, place, row, waiting_proposals

from minplan import journey
from minplan.errors import Invalid
from minplan.journey import Ball, HandOver, NewStep, Wait, When
from minplan.journey.step import Step

THEIRS, ELSEWHERE = Ball(holder="municipality"), Ball(holder="other", name="Lægen")
Act = Callable[[Plan, UUID], journey.Outcome]
ASKING: dict[str, tuple[str, Act]] = {
    "hand_over": ("own", lambda amira, step: journey.hand_over(
        amira.citizen, amira.id, step, "citizen", HandOver(ball=THEIRS)
    )),
    "wait": ("own", lambda amira, step: journey.wait(
        amira.citizen, amira.id, step, "active", Wait(ball=THEIRS, since=SINCE, until=LATER)
    )),
    "propose": ("agreed", lambda amira, step: journey.set_date(amira.citizen, amira.id, step, "", When(on=LATER))),
    "reword": ("agreed", lambda amira, step: journey.reword(
        amira.citizen, amira.id, step, "title", row(Step, step)["title_id"], said("Nyt")
    )),
    "add": ("own", lambda amira, _: journey.add_step(amira.citizen, amira.id, NewStep(
        milestone=amira.milestone, title=said("Svar"), tracks=["health"], ball=THEIRS
    ))),
}  # fmt: skip


@pytest.mark.parametrize("what", ASKING)
def test_nothing_is_asked_of_a_contact_who_cannot_see_it(amira: Plan, what: str) -> None:
    kind, act = ASKING[what]
    step = place(amira, kind)
    hide(amira, amira.bo, "health")
    with nothing_written(amira), pytest.raises(Invalid, match="step: hidden_from_contact"):
        act(amira, step)
    hide(amira, amira.bo, "work")
    assert act(amira, step).kind in ("done", "proposed")


def test_a_track_that_is_hidden_from_the_team_alone_asks_as_before(amira: Plan) -> None:
    hide(amira, amira.tove, "health")
    for kind, act in ASKING.values():
        assert act(amira, place(amira, kind)).kind in ("done", "proposed")


def test_a_colleague_is_not_told_what_is_hidden_from_the_contact(amira: Plan) -> None:
    step = place(amira, ball="both")
    hide(amira, amira.bo, "health")
    assert journey.hand_over(amira.tove, amira.id, step, "both", HandOver(ball=THEIRS)).kind == "done"


def test_a_suggestion_for_the_municipality_is_not_taken_up_out_of_its_sight(amira: Plan) -> None:
    new = NewStep(milestone=amira.milestone, title=said("Svar"), tracks=["health"], ball=THEIRS)
    asked = journey.add_step(amira.bo, amira.id, new)
    hide(amira, amira.bo, "health")
    with nothing_written(amira), pytest.raises(Invalid, match="step: hidden_from_contact"):
        journey.answer(amira.citizen, amira.id, asked.subject_id, journey.ProposalAnswer(answer="yes"))


def test_what_the_law_asks_never_lies_with_somebody_outside(amira: Plan) -> None:
    law = {"kind": "law", "law": "LAB § 31", "why": said("Derfor"), "ball": ELSEWHERE}
    new = NewStep(milestone=amira.milestone, title=said("Møde"), tracks=["work"], **law)  # type: ignore[arg-type]
    step, by_staff = place(amira, "law"), place(amira, "law", ball="both")
    out, wait = HandOver(ball=ELSEWHERE), Wait(ball=ELSEWHERE, since=SINCE, until=LATER)
    with nothing_written(amira):
        for act in (
            lambda: journey.add_step(amira.bo, amira.id, new),
            lambda: journey.hand_over(amira.citizen, amira.id, step, "citizen", out),
            lambda: journey.hand_over(amira.bo, amira.id, by_staff, "both", out),
            lambda: journey.wait(amira.bo, amira.id, by_staff, "active", wait),
            lambda: journey.wait(amira.citizen, amira.id, step, "active", wait),
        ):
            with pytest.raises(Invalid, match="ball: law_stands"):
                act()


@pytest.mark.parametrize("verb", ["wait", "postpone"])
def test_on_the_law_a_pause_is_a_wish_and_the_agreement_stands(amira: Plan, verb: str) -> None:
    step = place(amira, "law")
    before = row(Step, step)
    more = [Wait(ball=Ball(holder="both"), since=SINCE, until=LATER)] if verb == "wait" else []
    with one_change(amira):
        asked = getattr(journey, verb)(amira.citizen, amira.id, step, "active", *more)
    assert asked.kind == "wished" and row(Step, step) == before
    (waiting,) = waiting_proposals(amira, amira.bo)
    assert (waiting.what, waiting.until) == ("rest", LATER if verb == "wait" else None)
