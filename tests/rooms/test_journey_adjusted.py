"""An answer with other words or another day: nothing that somebody edited is dropped, and no colleague is overrun."""

from datetime import date, datetime
from uuid import UUID

import pytest
from cast import Plan, said
from props import LATER, nothing_written, place, row, waiting_proposals, way, words

from minplan import clock, journey
from minplan.errors import Conflict, Invalid
from minplan.journey import Detour, NewStep, ProposalAnswer, When
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step
from minplan.words import NewText

FAR, AT = date(2026, 12, 3), datetime(2026, 12, 3, 0, 30, tzinfo=clock.COPENHAGEN)


def answer(amira: Plan, by: UUID, asked: journey.Outcome, word: str, **more: object) -> journey.Outcome:
    command = ProposalAnswer(answer=word, **more)  # type: ignore[arg-type]
    return journey.answer(by, amira.id, asked.subject_id, command)  # type: ignore[arg-type]


def suggest(amira: Plan, title: NewText) -> journey.Outcome:
    new = NewStep(milestone=amira.milestone, title=title, tracks=["health"])
    return journey.add_step(amira.bo, amira.id, new)


def reword(amira: Plan, by: UUID, step: UUID, text: str) -> journey.Outcome:
    return journey.reword(by, amira.id, step, "title", row(Step, step)["title_id"], said(text))


@pytest.mark.parametrize("when", [When(on=FAR), When(at=AT)])
def test_a_rest_is_adjusted_to_a_day_also_where_somebody_names_a_clock_time(amira: Plan, when: When) -> None:
    step = place(amira, "law")
    asked = journey.rest(amira.citizen, amira.id, step, "active", LATER)
    answer(amira, amira.bo, asked, "adjust", when=when)
    found = row(Step, step)
    assert (found["state"], found["until"], found["when_at"]) == ("resting", FAR, None)


def test_a_day_to_look_again_that_went_by_meanwhile_is_none(amira: Plan) -> None:
    step = place(amira, "law")
    asked = journey.rest(amira.citizen, amira.id, step, "active", LATER)
    clock.start(clock.parse("2026-12-01"))
    answer(amira, amira.bo, asked, "yes")
    assert (row(Step, step)["state"], row(Step, step)["until"]) == ("resting", None)


def test_what_somebody_learned_is_theirs_to_say(amira: Plan) -> None:
    step = place(amira, "law")
    asked = journey.detour(amira.citizen, amira.id, step, "active", Detour(learned=said("Ro")))
    with nothing_written(amira):
        for word in ("adjust", "yes"):
            with pytest.raises(Invalid, match="answer: unknown"):
                answer(amira, amira.bo, asked, word, text=said("Noget andet"))
    answer(amira, amira.bo, asked, "yes")
    assert words(row(Step, step)["learned_id"]) == "Ro"


def test_a_yes_beside_other_words_is_an_adjustment(amira: Plan) -> None:
    asked = suggest(amira, said("Svømning"))
    answer(amira, amira.citizen, asked, "yes", text=said("Svømning med Sara"))
    assert way(amira).ahead[-1].title.text == "Svømning med Sara"
    assert row(Proposal, asked.subject_id)["status"] == "adjusted"
    with nothing_written(amira):
        again = answer(amira, amira.citizen, asked, "yes", text=said("Svømning med Sara"))
        assert again.kind == "unchanged"


def test_a_yes_beside_the_same_words_is_a_yes_in_whatever_language_the_form_came(amira: Plan) -> None:
    asked = suggest(amira, said("Svømning"))
    answer(amira, amira.citizen, asked, "yes", text=said(" Svømning ", lang="ar"))
    title = way(amira).ahead[-1].title
    assert (title.text, title.lang) == ("Svømning", "da")
    assert row(Proposal, asked.subject_id)["status"] == "yes"


def test_a_yes_beside_another_day_is_an_adjustment(amira: Plan) -> None:
    step = place(amira, "agreed")
    asked = journey.set_date(amira.bo, amira.id, step, "", When(on=LATER))
    answer(amira, amira.citizen, asked, "yes", when=When(on=FAR))
    assert row(Step, step)["when_on"] == FAR


def test_a_colleagues_open_proposal_is_shown_and_not_pushed_aside(amira: Plan) -> None:
    step = place(amira, "agreed")
    first = reword(amira, amira.bo, step, "Bos ord")
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        reword(amira, amira.tove, step, "Toves ord")
    assert (stale.value.field, stale.value.mine, stale.value.theirs.text) == ("title", said("Toves ord"), "Bos ord")
    with nothing_written(amira):
        assert reword(amira, amira.tove, step, "Bos ord").subject_id == first.subject_id
    newer = reword(amira, amira.bo, step, "Bedre ord")
    assert [each.id for each in waiting_proposals(amira, amira.citizen)] == [newer.subject_id]
    day = journey.set_date(amira.bo, amira.id, step, "", When(on=LATER))
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        journey.set_date(amira.tove, amira.id, step, "", When(on=FAR))
    assert (stale.value.mine, stale.value.theirs, day.kind) == (FAR, LATER, "proposed")


@pytest.mark.parametrize("state", ["done", "detour", "suggested"])
def test_what_is_not_on_the_way_is_not_reworded_and_has_no_other_day(amira: Plan, state: str) -> None:
    step = place(amira, state=state)
    with nothing_written(amira):
        with pytest.raises(Invalid, match="state: not_open"):
            reword(amira, amira.citizen, step, "Nyt")
        with pytest.raises(Invalid, match="state: not_open"):
            journey.set_date(amira.citizen, amira.id, step, "", When(on=FAR))


def test_words_proposed_for_what_was_done_meanwhile_are_not_put_in(amira: Plan) -> None:
    step = place(amira, "agreed")
    asked = reword(amira, amira.bo, step, "Bos ord")
    journey.complete(amira.citizen, amira.id, step, "active")
    with nothing_written(amira), pytest.raises(Invalid, match="state: not_open"):
        answer(amira, amira.citizen, asked, "yes")
    answer(amira, amira.citizen, asked, "no")
