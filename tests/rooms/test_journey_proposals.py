"""Proposals and wishes: laid by one side, answered by the other, and until then everything stands."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, entries, hide, next_step, nothing_written, one_change, place, row, waiting_proposals, way

from minplan import clock, journey
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.journey import ProposalAnswer
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step

YES, TALK, PLAIN_NO = (ProposalAnswer(answer=word) for word in ("yes", "talk", "no"))  # type: ignore[arg-type]
NO = ProposalAnswer(answer="no", because=said("Det passer ikke nu"))
WEDNESDAY = date(2026, 11, 18)


def suggest(amira: Plan, by: UUID | None = None, **fields: object) -> tuple[UUID, UUID]:
    """Bo suggests a step; returns the proposal and the step."""
    values = {"milestone": amira.milestone, "title": said("Svømning"), "tracks": ["health"]} | fields
    asked = journey.add_step(by or amira.bo, amira.id, journey.NewStep(**values))  # type: ignore[arg-type]
    assert asked.kind == "proposed" and asked.subject_id
    return asked.subject_id, row(Proposal, asked.subject_id)["step_id"]


def answer(amira: Plan, proposal: UUID, command: ProposalAnswer, by: UUID | None = None) -> journey.Outcome:
    return journey.answer(by or amira.citizen, amira.id, proposal, command)


def test_a_suggested_step_lies_beside_the_way_until_the_citizen_says_yes(amira: Plan) -> None:
    with one_change(amira):
        proposal, step = suggest(amira)
    assert [each.id for each in way(amira).suggestions] == [step] and len(way(amira).ahead) == 1
    with one_change(amira):
        answer(amira, proposal, YES)
    assert [each.id for each in way(amira).ahead] == [amira.step, step] and not way(amira).suggestions
    entry = entries(amira)[0]
    assert (entry.before["state"], entry.after["state"], entry.after["status"]) == ("suggested", "later", "yes")


def test_adjusted_it_has_the_citizens_words(amira: Plan) -> None:
    proposal, step = suggest(amira)
    with nothing_written(amira), pytest.raises(Invalid, match="text: required"):
        answer(amira, proposal, ProposalAnswer(answer="adjust"))
    answer(amira, proposal, ProposalAnswer(answer="adjust", text=said("Svømning med Sara")))
    assert way(amira).ahead[-1].title.text == "Svømning med Sara" and row(Step, step)["state"] == "later"
    assert row(Proposal, proposal)["status"] == "adjusted"


def test_let_us_talk_leaves_it_open_for_another_answer(amira: Plan) -> None:
    proposal, step = suggest(amira)
    answer(amira, proposal, TALK)
    assert [each.status for each in waiting_proposals(amira, amira.bo)] == ["talk"]
    answer(amira, proposal, YES)
    assert row(Step, step)["state"] == "later"


@pytest.mark.parametrize("turned_down", [PLAIN_NO, None])
def test_no_thanks_and_taken_back_it_is_gone_from_every_list(amira: Plan, turned_down: ProposalAnswer | None) -> None:
    proposal, step = suggest(amira)

    def act() -> journey.Outcome:
        if turned_down:
            return answer(amira, proposal, turned_down)
        return journey.withdraw(amira.bo, amira.id, proposal)

    assert act().kind == "done"
    assert not way(amira).suggestions and not waiting_proposals(amira, amira.citizen)
    with nothing_written(amira):
        assert act().kind == "unchanged"
        with pytest.raises(Conflict):
            answer(amira, proposal, YES)
        with pytest.raises(NotFound):
            journey.reword(amira.citizen, amira.id, step, "title", None, said("Igen"))


def test_the_promise_of_a_suggestion_begins_with_the_yes(amira: Plan) -> None:
    undated, step = suggest(amira, ball={"holder": "municipality"})
    dated, other = suggest(amira, ball={"holder": "municipality"}, when={"on": date(2026, 12, 24)})
    clock.start(clock.parse("2026-11-30"))
    for proposal in (undated, dated):
        answer(amira, proposal, YES)
    found = row(Step, step)
    assert (found["since"], found["when_on"]) == (date(2026, 11, 30), date(2026, 12, 2))
    assert row(Step, other)["when_on"] == date(2026, 12, 24)


def test_a_goal_and_a_landmark_are_proposed_too(amira: Plan) -> None:
    goal = journey.add_goal(amira.tove, amira.id, journey.NewGoal(title=said("Job"), track="work", why=said("Løn")))
    landmark = journey.NewMilestone(goal=way(amira).goals[0].id, title=said("Halvvejs"))
    stone = journey.add_milestone(amira.bo, amira.id, landmark)
    assert goal.kind == stone.kind == "proposed" and len(way(amira).goals) == 1
    answer(amira, goal.subject_id, YES)
    answer(amira, stone.subject_id, ProposalAnswer(answer="adjust", text=said("Midtvejs")))
    first, second = way(amira).goals
    assert (second.title.text, second.track) == ("Job", "work")
    assert [each.title.text for each in first.milestones] == ["Kende vejen", "Midtvejs"]


Wish = Callable[[Plan, UUID], journey.Outcome]
WISHES: dict[str, Wish] = {
    "rest": lambda amira, step: journey.rest(amira.citizen, amira.id, step, "active", LATER),
    "detour": lambda amira, step: journey.detour(
        amira.citizen, amira.id, step, "active", journey.Detour(learned=said("Ro"))
    ),
    "when": lambda amira, step: journey.set_date(amira.citizen, amira.id, step, "", journey.When(on=LATER)),
}


@pytest.mark.parametrize("what", WISHES)
def test_a_wish_about_the_law_waits_and_the_agreement_stands(amira: Plan, what: str) -> None:
    step = place(amira, "law")
    before = row(Step, step)
    with one_change(amira):
        wish = WISHES[what](amira, step)
    assert (wish.kind, wish.promised) == ("wished", WEDNESDAY) and row(Step, step) == before
    with nothing_written(amira):
        assert WISHES[what](amira, step).kind == "unchanged"
        for somebody in (amira.citizen, amira.tove):
            with pytest.raises(NotAllowed):
                answer(amira, wish.subject_id, YES, somebody)
        with pytest.raises(Invalid, match="because: required"):
            answer(amira, wish.subject_id, PLAIN_NO, amira.bo)
    answer(amira, wish.subject_id, NO, amira.bo)
    assert row(Step, step) == before and entries(amira)[0].reason.text == "Det passer ikke nu"


@pytest.mark.parametrize("what", WISHES)
def test_a_yes_to_an_old_wish_takes_nothing_done_away(amira: Plan, what: str) -> None:
    step = place(amira, "law")
    wish = WISHES[what](amira, step)
    journey.complete(amira.citizen, amira.id, step, "active")
    with nothing_written(amira), pytest.raises(Invalid, match="state: not_open"):
        answer(amira, wish.subject_id, YES, amira.bo)
    answer(amira, wish.subject_id, NO, amira.bo)
    assert row(Step, step)["state"] == "done"


def test_a_yes_that_puts_the_next_step_to_rest_names_another(amira: Plan) -> None:
    step = place(amira, "law")
    journey.choose_next(amira.citizen, amira.id, step)
    wish = WISHES["rest"](amira, step)
    assert answer(amira, wish.subject_id, YES, amira.bo).next_changed
    assert next_step(amira) == amira.step and row(Step, step)["state"] == "resting"


def test_a_newer_wish_takes_the_older_ones_place(amira: Plan) -> None:
    step = place(amira, "law")
    old = WISHES["when"](amira, step)
    new = journey.set_date(amira.citizen, amira.id, step, "", journey.When(on=date(2026, 12, 1)))
    assert [each.id for each in waiting_proposals(amira, amira.bo)] == [new.subject_id]
    with pytest.raises(Conflict):
        answer(amira, old.subject_id, YES, amira.bo)


def test_nobody_answers_what_they_do_not_see_and_nobody_takes_back_anothers(amira: Plan) -> None:
    proposal, _ = suggest(amira)
    with nothing_written(amira):
        for stranger in (amira.dorte, amira.camilla):
            with pytest.raises(NotFound):
                answer(amira, proposal, YES, stranger)
        with pytest.raises(NotAllowed):
            answer(amira, proposal, YES, amira.bo)
        with pytest.raises(NotAllowed):
            journey.withdraw(amira.tove, amira.id, proposal)
    hide(amira, amira.bo, "health")
    assert not waiting_proposals(amira, amira.bo)
    with pytest.raises(NotFound):
        journey.withdraw(amira.bo, amira.id, proposal)


def test_a_wish_drops_no_name(amira: Plan) -> None:
    step = place(amira, "law")
    waits = journey.Wait(ball=journey.Ball(holder="other", name="Tolken"), since=clock.today(), until=date(2026, 12, 1))
    with nothing_written(amira), pytest.raises(Invalid, match="ball: law_stands"):
        journey.wait(amira.citizen, amira.id, step, "active", waits)
