"""Where the citizen chooses: nothing lies on the way before, what they take does at once, and the rest can wait."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from props import elsewhere, entries, hide, next_step, nothing_written, one_change, way

from minplan import access, journey, rights
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.rights import NewChoice, NewOption
from minplan.routes import forms
from minplan.words import NewText

TITLES = ("Svøm i varmt vand", "Gå med i en vandregruppe", "Bliv hjemme og træn")


def asked(amira: Plan, question: str = "Hvad passer dig?", titles: tuple[str, ...] = TITLES, **more: Any) -> NewChoice:
    options = [NewOption(title=said(title), why=said("Så bliver du stærk")) for title in titles]
    values = {"question": said(question), "milestone": amira.milestone, "options": options} | more
    return NewChoice(**values)  # type: ignore[arg-type]


def offered(amira: Plan, **more: Any) -> UUID:
    return rights.offer_choice(amira.bo, amira.id, asked(amira, **more)).subject_id  # type: ignore[return-value]


def seen(amira: Plan, who: UUID | None = None) -> tuple[rights.ChoiceView, ...]:
    with access.view(who or amira.citizen, amira.id, "choice") as view:
        return rights.choices(view)


def take(amira: Plan, number: int = 0, state: str = "open") -> journey.Outcome:
    (found,) = seen(amira)
    return rights.choose(amira.citizen, amira.id, found.id, found.options[number].id, state)


def test_what_is_offered_lies_on_nobodys_way_and_both_sides_read_the_same(amira: Plan) -> None:
    before = way(amira)
    money = NewOption(
        title=NewText(phrase="step.find_course", slots={"who": "Amira"}),
        why=NewText(phrase="why.be_with_people"),
        takes=said("En time om ugen"),
        money=NewText(phrase="money.we_ask"),
    )
    plain = NewOption(title=said("Vent lidt"), why=said("Du har meget om ørerne"))
    with one_change(amira):
        choice = offered(amira, options=[money, plain])
    assert way(amira) == before
    (mine,), (theirs,) = seen(amira), seen(amira, amira.tove)
    assert mine == theirs and mine.id == choice and (mine.state, mine.by, mine.track) == ("open", "Bo", "health")
    first, second = mine.options
    assert first.title.phrase == "step.find_course" and first.takes and first.money
    assert (first.takes.text, first.money.phrase) == ("En time om ugen", "money.we_ask")
    assert (second.title.text, second.takes, second.money) == ("Vent lidt", None, None)


def test_asked_twice_is_offered_once_and_other_words_are_another_choice(amira: Plan) -> None:
    first = offered(amira)
    with nothing_written(amira):
        assert offered(amira) == first
    assert offered(amira, titles=TITLES[:2]) != first and offered(amira, question="Hvad nu?") != first
    assert len(seen(amira)) == 3


def test_what_was_said_of_an_option_is_said_of_the_step_that_it_becomes(amira: Plan) -> None:
    told = {"takes": said("To timer med transport"), "money": NewText(phrase="money.we_ask")}
    swim = NewOption(title=said("Varmt vand"), why=said("Det letter"), **told)
    offered(amira, options=[swim, NewOption(title=said("Vent"), why=said("Du har meget om ørerne"))])
    chosen = take(amira).subject_id
    step = journey.find(way(amira), chosen) if chosen else None
    with access.view(amira.citizen, amira.id, "step") as view:
        assert step
        found = rights.meaning(view, step)
    assert found.takes and found.takes.text == "To timer med transport"
    assert found.money and found.money.phrase == "money.we_ask" and found.gives is None


def test_what_was_tried_is_not_offered_again_without_a_word(amira: Plan) -> None:
    new = journey.NewStep(milestone=amira.milestone, title=said("Praktik i bageriet"), tracks=["health"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    assert step
    journey.complete(amira.citizen, amira.id, step, "later")
    again = {"title": said("Praktik på lageret"), "why": said("Du kan lide orden")}
    wait = NewOption(title=said("Vent"), why=said("Du har meget om ørerne"))
    with nothing_written(amira), pytest.raises(Invalid) as refused:
        offered(amira, options=[wait, NewOption(**again)])
    assert refused.value.fields == {"new_2": "say_what_is_new"}
    offered(amira, options=[wait, NewOption(**again, new=said("Kun om dagen"))])
    told = seen(amira)[0].options[1].new
    assert told and told.text == "Kun om dagen"


@pytest.mark.parametrize("titles", [("Svøm", "Svøm"), ("Svøm", "Gå en tur", "svøm!")])
def test_two_that_say_the_same_are_no_choice(amira: Plan, titles: tuple[str, ...]) -> None:
    with nothing_written(amira), pytest.raises(Invalid) as refused:
        offered(amira, titles=titles)
    assert refused.value.fields == {f"title_{len(titles)}": "same_option"}


def test_what_the_citizen_takes_is_agreed_and_on_the_way_and_the_rest_waits(amira: Plan) -> None:
    offered(amira)
    with one_change(amira):
        outcome = take(amira, 1)
    step = journey.find(way(amira), outcome.subject_id)  # type: ignore[arg-type]
    assert step and step.title.text == TITLES[1] and step.why and step.why.text == "Så bliver du stærk"
    assert (step.kind, step.ball and step.ball.holder, step.tracks) == ("agreed", "citizen", ("health",))
    (found,) = seen(amira)
    assert found.state == "chosen" and [each.state for each in found.options] == ["later", "chosen", "later"]
    assert found.of("chosen")[0].step_id == outcome.subject_id
    told = entries(amira)[0]
    assert (told.verb, told.subject_id, told.step_id, told.actor_id) == (
        "choose", found.id, outcome.subject_id, amira.citizen,
    )  # fmt: skip
    with nothing_written(amira):
        assert take(amira, 1, "chosen").kind == take(amira, 1).kind == "unchanged"


def test_what_was_not_chosen_can_be_chosen_later_beside_it(amira: Plan) -> None:
    offered(amira)
    first = take(amira, 0).subject_id
    with nothing_written(amira), pytest.raises(Conflict):
        take(amira, 2)  # in another window, where nothing was chosen yet
    with one_change(amira):
        second = take(amira, 2, "chosen").subject_id
    (found,) = seen(amira)
    assert [each.step_id for each in found.options] == [first, None, second]
    assert {first, second} <= {step.id for step in way(amira).ahead}


def test_it_becomes_the_next_step_where_there_was_none(amira: Plan) -> None:
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    assert next_step(amira) is None
    offered(amira)
    outcome = take(amira)
    assert outcome.next_changed and next_step(amira) == outcome.subject_id
    assert entries(amira)[0].after["next"] == str(outcome.subject_id)


def test_taken_back_it_says_why_and_can_be_chosen_no_more(amira: Plan) -> None:
    choice = offered(amira)
    with one_change(amira):
        rights.withdraw_choice(amira.tove, amira.id, choice, said("Holdet er lukket. Vi finder noget andet."), "open")
    (found,) = seen(amira)
    assert found.state == "closed" and found.because
    assert found.because.text == "Holdet er lukket. Vi finder noget andet."
    with nothing_written(amira):
        assert rights.withdraw_choice(amira.bo, amira.id, choice, said("Igen"), "open").kind == "unchanged"
        with pytest.raises(Conflict):
            take(amira, 0)
        with pytest.raises(Conflict):
            take(amira, 0, "closed")


def test_what_the_citizen_has_chosen_nobody_takes_back(amira: Plan) -> None:
    choice = offered(amira)
    take(amira)
    with nothing_written(amira), pytest.raises(Conflict):
        rights.withdraw_choice(amira.bo, amira.id, choice, said("Vi fortryder"), "open")


def test_each_side_does_its_own_part_and_a_stranger_none(amira: Plan) -> None:
    choice = offered(amira)
    option = seen(amira)[0].options[0].id
    with nothing_written(amira):
        with pytest.raises(NotAllowed):
            rights.offer_choice(amira.citizen, amira.id, asked(amira))
        with pytest.raises(NotAllowed):
            rights.withdraw_choice(amira.citizen, amira.id, choice, said("Nej"), "open")
        for other in (amira.bo, amira.tove):
            with pytest.raises(NotAllowed):
                rights.choose(other, amira.id, choice, option, "open")
        for stranger in (amira.camilla, amira.dorte):
            with pytest.raises(NotFound):
                rights.choose(stranger, amira.id, choice, option, "open")
            with pytest.raises(NotFound):
                rights.offer_choice(stranger, amira.id, asked(amira))


def test_ids_of_another_plan_are_not_there(amira: Plan) -> None:
    choice = offered(amira)
    elsewhere(amira)
    with access.view(amira.dorte) as view:
        dortes, milestone = view.plan.id, journey.way(view).goals[0].milestones[0].id
        with pytest.raises(NotFound):
            rights.choice(view, choice)
    with nothing_written(amira):
        with pytest.raises(NotFound):
            offered(amira, milestone=milestone)
        with pytest.raises(NotFound):
            rights.choose(amira.dorte, dortes, choice, uuid4(), "open")
        with pytest.raises(NotFound):
            rights.choose(amira.citizen, amira.id, choice, uuid4(), "open")


def test_a_track_that_is_kept_from_somebody_hides_its_choices(amira: Plan) -> None:
    choice = offered(amira)
    hide(amira, amira.bo, "health")
    assert seen(amira, amira.bo) == () and len(seen(amira, amira.tove)) == 1
    with nothing_written(amira):
        with pytest.raises(NotFound):
            rights.withdraw_choice(amira.bo, amira.id, choice, said("Nej"), "open")
        with pytest.raises(NotFound):
            rights.offer_choice(amira.bo, amira.id, asked(amira, question="Og nu?"))
    take(amira)
    with access.view(amira.bo, amira.id) as view:
        assert not [each for each in journey.story(view).changes if each.entry.subject == "choice"]


@pytest.mark.parametrize("titles", [(), TITLES[:1], (*TITLES, "Fire", "Fem")])
def test_there_are_two_to_four_to_choose_between(amira: Plan, titles: tuple[str, ...]) -> None:
    options = [{"title": {"text": each, "lang": "da"}, "why": {"text": "Godt", "lang": "da"}} for each in titles]
    with pytest.raises(Invalid):
        forms.read(NewChoice, question=said("Hvad?"), milestone=amira.milestone, options=options)
