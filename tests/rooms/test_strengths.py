"""What somebody is good at: theirs alone, shown card by card, and what a professional proposes because of it."""

from uuid import UUID

import keepsakes
import pytest
from cast import Plan, said
from props import entries, everything, nothing_written, one_change
from sqlalchemy import Engine, text

from minplan import access, feelings, journey, vault
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.feelings import NewStrength
from minplan.journey import NewStep
from minplan.words import NewText


def card(words: str | NewText, shelf: str = "good_at") -> NewStrength:
    return NewStrength(shelf=shelf, words=said(words) if isinstance(words, str) else words)  # type: ignore[arg-type]


def kept(amira: Plan, words: str = "Vulkaner", shelf: str = "good_at") -> UUID:
    feelings.keep_strengths(amira.citizen, [card(words, shelf)])
    return feelings.strengths(amira.citizen)[-1].id


def seen_by(amira: Plan, who: UUID) -> list[str | None]:
    with access.view(who, amira.id, "shown") as view:
        return [each.words.text for each in feelings.shown_strengths(view)]


def below(amira: Plan, who: UUID, step: UUID) -> str | None:
    with access.view(who, amira.id, "step") as view:
        found = feelings.builds_on(view, step)
    return found.words.text if found else None


def proposed(amira: Plan, strength: UUID, by: UUID | None = None, **more: object) -> journey.Outcome:
    values = {"milestone": amira.milestone, "title": said("Vis en vulkan frem"), "tracks": ["health"]} | more
    return feelings.add_step_on(by or amira.bo, amira.id, NewStep(**values), strength)  # type: ignore[arg-type]


def step_of(amira: Plan) -> UUID:
    with access.view(amira.citizen) as view:
        return journey.way(view).suggestions[-1].id


def test_cards_are_kept_once_in_words_or_in_a_sentence_and_nobody_sees_that_it_was_done(amira: Plan) -> None:
    ready = card(NewText(phrase="strength.cook"))
    before = everything()
    assert feelings.keep_strengths(amira.citizen, [card("Vulkaner"), ready]) == 2
    assert feelings.keep_strengths(amira.citizen, [ready]) == 0
    assert everything() | {"keepsake": []} == before
    found = feelings.strengths(amira.citizen)
    assert [(each.shelf, each.words.text, each.words.phrase) for each in found] == [
        ("good_at", "Vulkaner", None),
        ("good_at", None, "strength.cook"),
    ]
    assert all(each.showing is None for each in found)
    with pytest.raises(Invalid):
        feelings.keep_strengths(amira.citizen, [card(f"Kort {number}") for number in range(60)])


def test_a_card_is_shown_to_whoever_works_with_the_plan_until_it_is_taken_back(amira: Plan) -> None:
    shown, private = kept(amira), kept(amira, "Hemmelig", "worth")
    assert seen_by(amira, amira.bo) == []
    with one_change(amira):
        keepsakes.show_to_team(amira.citizen, "strength", shown)
    assert keepsakes.show_to_team(amira.citizen, "strength", shown).kind == "unchanged"
    assert seen_by(amira, amira.bo) == seen_by(amira, amira.tove) == ["Vulkaner"]
    assert seen_by(amira, amira.citizen) == []
    with one_change(amira):
        feelings.hide_from_team(amira.citizen, "strength", shown)
    assert feelings.hide_from_team(amira.citizen, "strength", shown).kind == "unchanged"
    assert seen_by(amira, amira.bo) == [] and private
    assert "ulkan" not in str(entries(amira)) and str(shown) not in str(entries(amira))


@pytest.mark.parametrize("other", ["bo", "tove", "camilla", "dorte"])
def test_nobody_else_has_a_door_to_a_card(amira: Plan, other: str) -> None:
    mine, who = kept(amira), getattr(amira, other)
    with pytest.raises(NotFound):
        keepsakes.show_to_team(who, "strength", mine)
    with pytest.raises((NotFound, Conflict)):
        feelings.reword_strength(who, mine, "Vulkaner", said("Mine"))
    if other == "dorte":
        assert feelings.strengths(who) == []
    else:
        with pytest.raises(NotFound):
            feelings.strengths(who)
    with pytest.raises(NotFound):
        feelings.hide_from_team(who, "strength", mine)
    with pytest.raises(NotFound):
        feelings.let_strength_go(who, mine)
    assert feelings.strengths(amira.citizen)[0].words.text == "Vulkaner"


def test_a_card_says_something_else_and_no_other_window_is_overruled(amira: Plan) -> None:
    mine = kept(amira)
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    assert feelings.reword_strength(amira.citizen, mine, "Vulkaner", said("Bjerge")).kind == "done"
    assert feelings.reword_strength(amira.citizen, mine, "Vulkaner", said("Bjerge")).kind == "unchanged"
    assert seen_by(amira, amira.bo) == [] and feelings.strengths(amira.citizen)[0].showing is None
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    assert seen_by(amira, amira.bo) == ["Bjerge"]
    with pytest.raises(Conflict):
        feelings.reword_strength(amira.citizen, mine, "Vulkaner", said("Dale"))


def test_a_proposal_builds_on_a_card_and_says_so_to_both(amira: Plan) -> None:
    mine = kept(amira)
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    with one_change(amira):
        assert proposed(amira, mine).kind == "proposed"
    with nothing_written(amira):
        assert proposed(amira, mine).kind == "unchanged"
    step = step_of(amira)
    assert below(amira, amira.citizen, step) == below(amira, amira.tove, step) == "Vulkaner"
    assert below(amira, amira.bo, amira.step) is None
    with access.view(amira.citizen) as view:
        assert feelings.steps_on(view, mine) == [step]
    with access.view(amira.bo, amira.id) as view, pytest.raises(NotFound):
        feelings.steps_on(view, mine)
    assert str(mine) not in str(entries(amira))


def test_a_card_that_was_forgotten_is_not_lost_in_silence(amira: Plan) -> None:
    mine = kept(amira)
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    new = NewStep(milestone=amira.milestone, title=said("Vis en vulkan frem"), tracks=["health"])
    journey.add_step(amira.bo, amira.id, new)
    with nothing_written(amira), pytest.raises(Invalid):
        proposed(amira, mine)


def test_what_the_law_asks_can_build_on_it_too_and_stands_on_the_way_at_once(amira: Plan) -> None:
    mine = kept(amira)
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    law = {"kind": "law", "law": "LAB § 31", "why": said("Så vi ses")}
    added = proposed(amira, mine, **law)
    assert added.kind == "done" and added.subject_id
    assert below(amira, amira.citizen, added.subject_id) == "Vulkaner"


def test_taken_back_only_the_citizen_still_reads_what_a_step_builds_on(amira: Plan) -> None:
    mine = kept(amira)
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    proposed(amira, mine)
    feelings.hide_from_team(amira.citizen, "strength", mine)
    step = step_of(amira)
    assert (below(amira, amira.citizen, step), below(amira, amira.bo, step)) == ("Vulkaner", None)
    with nothing_written(amira), pytest.raises(Invalid):
        proposed(amira, mine, title=said("Noget andet"))


def test_nothing_is_built_on_what_was_never_shown_nor_by_whom_it_is_not_for(amira: Plan) -> None:
    mine = kept(amira)
    with nothing_written(amira):
        with pytest.raises(Invalid):
            proposed(amira, mine)
        with pytest.raises(NotAllowed):
            proposed(amira, mine, by=amira.citizen)
        with pytest.raises(NotFound):
            proposed(amira, mine, by=amira.camilla)


def test_a_card_that_is_let_go_leaves_no_trace_and_the_step_stays(amira: Plan, database: Engine) -> None:
    mine = kept(amira)
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    proposed(amira, mine)
    feelings.let_strength_go(amira.citizen, mine)
    assert below(amira, amira.citizen, step_of(amira)) is None
    with database.connect() as connection:
        for table in ("keepsake", "showing", "builds_on"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0


def test_without_its_key_a_card_is_nowhere_and_can_be_taken_back_and_let_go(amira: Plan) -> None:
    mine = kept(amira)
    keepsakes.show_to_team(amira.citizen, "strength", mine)
    proposed(amira, mine)
    vault.destroy(amira.citizen)
    assert seen_by(amira, amira.bo) == [] and below(amira, amira.citizen, step_of(amira)) is None
    assert feelings.hide_from_team(amira.citizen, "strength", mine).kind == "done"
    feelings.let_strength_go(amira.citizen, mine)
    assert feelings.strengths(amira.citizen) == []
