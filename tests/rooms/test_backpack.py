"""The backpack: a worry is put down once, says more, is taken along by choice alone, and tells nobody else anything."""

from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from meetings import agreed

from minplan import access, feelings, meeting
from minplan.errors import Conflict, Invalid, NotFound
from minplan.feelings.worry import MOST


def down(amira: Plan, picture: str | None = None, text: str = "") -> UUID:
    found = feelings.put_down(amira.citizen, picture, said(text) if text else None).subject_id
    assert found
    return found


def revision(amira: Plan) -> int:
    with access.view(amira.citizen) as view:
        return view.plan.revision


def test_a_worry_is_put_down_by_a_picture_or_in_own_words_the_newest_first(amira: Plan) -> None:
    before = revision(amira)
    down(amira, "money")
    down(amira, text="Huslejen i maj")
    first, second = feelings.backpack(amira.citizen)
    assert first.words and first.words.text == "Huslejen i maj" and first.phrase is None
    assert second.picture == "money" and second.words is None and second.taken == ()
    assert second.until and second.until.isoformat() == "2027-05-31"
    assert revision(amira) == before  # nobody sees from outside that something happened


def test_what_lies_there_is_not_put_there_twice(amira: Plan) -> None:
    first, again = down(amira, "money"), down(amira, "money")
    assert first == again and down(amira, text="Huslejen") == down(amira, text="Huslejen") != first


def test_what_is_nothing_or_too_much_is_not_put_down(amira: Plan) -> None:
    with pytest.raises(Invalid, match="picture: unknown"):
        down(amira, "volcano")
    with pytest.raises(Invalid, match="text: required"):
        down(amira)
    for number in range(MOST):
        down(amira, text=f"Nummer {number}")
    with pytest.raises(Invalid, match="text: enough"):
        down(amira, "money")


def test_other_words_are_compared_with_those_that_were_seen(amira: Plan) -> None:
    mine = down(amira, "money")
    assert feelings.say_more(amira.citizen, mine, "", said("Huslejen")).kind == "done"
    assert feelings.say_more(amira.citizen, mine, "", said("Huslejen")).kind == "unchanged"
    with pytest.raises(Conflict) as late:
        feelings.say_more(amira.citizen, mine, "", said("Elregningen"))
    assert (late.value.mine, late.value.theirs) == ("Elregningen", "Huslejen")
    assert feelings.say_more(amira.citizen, mine, "Huslejen", None).kind == "done"
    own = down(amira, text="Kun ord")
    with pytest.raises(Invalid):
        feelings.say_more(amira.citizen, own, "Kun ord", None)


def test_it_is_taken_along_in_the_words_that_were_chosen_and_stays(amira: Plan) -> None:
    mine, here = down(amira, text="Jeg er bange for brevet"), agreed(amira)
    for _ in range(2):
        feelings.take_along(amira.citizen, mine, here, said("Brevet fra i går"))
    with access.view(amira.bo, amira.id, "meeting") as view:
        (point,) = meeting.one(view, here).agenda
    assert point.text.text == "Brevet fra i går" and point.by_citizen
    assert feelings.one_worry(amira.citizen, mine).taken == (here,)
    with pytest.raises(NotFound):
        feelings.take_along(amira.citizen, mine, uuid4(), said("Brevet"))


def test_nobody_else_has_a_door_to_a_backpack(amira: Plan) -> None:
    mine, here = down(amira, "money"), agreed(amira)
    for other in (amira.bo, amira.tove, amira.camilla, amira.dorte):
        with pytest.raises(NotFound):
            feelings.one_worry(other, mine)
        with pytest.raises(NotFound):
            feelings.say_more(other, mine, "", said("Noget"))
        with pytest.raises(NotFound):
            feelings.take_along(other, mine, here, said("Noget"))
    assert feelings.backpack(amira.dorte) == []
    with access.view(amira.bo, amira.id, "meeting") as view:
        assert meeting.one(view, here).agenda == ()
