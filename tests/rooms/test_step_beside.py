"""A step that is added with the decision it rests on, or with what is new about it: all in one change, or nothing."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from cast import Plan, said
from props import nothing_written

from minplan import access, clock, feelings, journey, rights
from minplan.errors import Invalid, NotAllowed
from minplan.journey import NewStep
from minplan.rights import Beside, Meaning, NewDecision, NewProspect

FRIDAY, TOMORROW = date(2026, 11, 13), date(2026, 11, 17)


def new_step(amira: Plan, title: str = "Samtale hver uge", kind: Any = "law", tracks: Any = ("work",)) -> NewStep:
    law = "LAB § 31" if kind == "law" else None
    words = {"title": said(title), "why": said("Derfor")}
    return NewStep(milestone=amira.milestone, tracks=list(tracks), kind=kind, law=law, **words)


def decision(called: date = FRIDAY, what: str = "Samtale hver uge") -> NewDecision:
    return NewDecision(what=said(what), called=called, reached="tried")


def way(amira: Plan) -> journey.Way:
    with access.view(amira.citizen, amira.id) as view:
        return journey.way(view)


def meant(amira: Plan, title: str) -> Meaning:
    with access.view(amira.citizen, amira.id, "step") as view:
        drawn = journey.way(view)
        (step,) = (each for each in (*drawn.ahead, *drawn.suggestions) if each.title.text == title)
        return rights.meaning(view, step)


def tried(amira: Plan, title: str) -> None:
    """Something that was on the way before."""
    new = NewStep(milestone=amira.milestone, title=said(title), tracks=["work"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    assert step
    rights.say_sense(amira.citizen, amira.id, step, "a_bit")
    journey.detour(amira.citizen, amira.id, step, "later", journey.Detour(learned=said("Nætter er for lange")))


def test_the_step_and_its_decision_are_one_change(amira: Plan) -> None:
    beside = Beside(decision=decision())
    assert rights.add_step(amira.bo, amira.id, new_step(amira), beside).kind == "done"
    found = meant(amira, "Samtale hver uge").decision
    assert found and (found.called, found.reached, found.decided) == (FRIDAY, "tried", None)
    with access.view(amira.citizen, amira.id) as view:
        entry = journey.story(view).changes[0].entry
    assert entry.verb == "add" and entry.after["called"] == FRIDAY.isoformat() and entry.after["what_id"]
    assert rights.add_step(amira.bo, amira.id, new_step(amira), beside).kind == "unchanged"
    with pytest.raises(Invalid) as error:
        rights.add_step(amira.bo, amira.id, new_step(amira), Beside(decision=decision(what="Hver dag")))
    assert error.value.fields == {"rests": "added_without"}


@pytest.mark.parametrize(
    ("kind", "called", "field"), [("law", TOMORROW, "called"), ("agreed", FRIDAY, "rests"), ("own", FRIDAY, "rests")]
)
def test_without_a_call_before_it_there_is_no_step_either(amira: Plan, kind: str, called: date, field: str) -> None:
    before = way(amira).titles
    with pytest.raises(Invalid) as error:
        rights.add_step(amira.bo, amira.id, new_step(amira, kind=kind), Beside(decision=decision(called)))
    assert list(error.value.fields) == [field] and way(amira).titles == before


def test_whoever_adds_what_the_law_asks_says_whether_it_rests_on_a_decision(amira: Plan) -> None:
    with nothing_written(amira), pytest.raises(Invalid) as error:
        rights.add_step(amira.bo, amira.id, new_step(amira), Beside())
    assert error.value.fields == {"rests": "required"}
    rights.add_step(amira.bo, amira.id, new_step(amira), Beside(no_decision=True))
    found = meant(amira, "Samtale hver uge")
    assert found.decision is None and found.no_decision == clock.today()
    with nothing_written(amira), pytest.raises(Invalid):
        rights.add_step(amira.bo, amira.id, new_step(amira, "Kaffe", "agreed"), Beside(no_decision=True))


def test_a_citizen_decides_nothing_for_the_municipality(amira: Plan) -> None:
    with pytest.raises(NotAllowed):
        rights.add_step(amira.citizen, amira.id, new_step(amira, kind="own"), Beside(decision=decision()))


def test_what_was_tried_is_seen_with_what_the_citizen_thought_and_needs_a_word_about_what_is_new(amira: Plan) -> None:
    tried(amira, "Praktik i bageriet")
    again = new_step(amira, "Praktik på lageret", kind="agreed")
    with access.view(amira.bo, amira.id) as view:
        (found,) = rights.earlier(view, again.title, again.tracks)
    assert (found.state, found.sense) == ("detour", "a_bit")
    assert found.learned and found.learned.text == "Nætter er for lange"
    with pytest.raises(Invalid) as error:
        rights.add_step(amira.bo, amira.id, again, Beside())
    assert error.value.fields == {"new": "say_what_is_new"}
    prospect = NewProspect(new=said("Kun om dagen"), gives=said("Ro"))
    assert rights.add_step(amira.bo, amira.id, again, Beside(prospect=prospect)).kind == "proposed"
    found_again = meant(amira, "Praktik på lageret")
    assert found_again.new and found_again.new.text == "Kun om dagen"
    assert found_again.gives and found_again.gives.text == "Ro"


def test_a_citizen_tries_again_without_being_asked(amira: Plan) -> None:
    tried(amira, "Praktik i bageriet")
    own = new_step(amira, "Praktik på lageret", kind="own")
    assert rights.add_step(amira.citizen, amira.id, own, Beside()).kind == "done"


def test_what_is_hidden_from_somebody_tells_them_nothing_of_what_was_tried(amira: Plan) -> None:
    tried(amira, "Praktik i bageriet")
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"work"})
    new = new_step(amira, "Praktik på lageret", kind="agreed", tracks=["health", "work"])
    with access.view(amira.tove, amira.id) as view:
        assert rights.earlier(view, new.title, new.tracks) == []


def test_it_can_build_on_a_card_too_in_the_same_change(amira: Plan) -> None:
    add = partial(rights.add_beside, beside=Beside(decision=decision(FRIDAY - timedelta(days=1))))
    with pytest.raises(Invalid):  # nobody has shown a card, so there is no step either
        feelings.add_step_on(amira.bo, amira.id, new_step(amira), amira.milestone, add)
    assert len(way(amira).titles) == 1
