"""Whom somebody can talk to, and the one thing that is for themselves: theirs alone, and written down once."""

from uuid import UUID

import pytest
from cast import Plan, said

from minplan import feelings
from minplan.errors import Conflict, Invalid, NotFound
from minplan.feelings import NewTrusted
from minplan.feelings.trusted import MOST
from minplan.words import NewText


def trust(amira: Plan, name: str, circle: str = "close", phone: str = "") -> UUID:
    new = NewTrusted.model_validate({"name": name, "circle": circle, "phone": phone})
    found = feelings.trust(amira.citizen, new).subject_id
    assert found
    return found


def test_people_stand_in_their_circle_once_in_the_order_they_came(amira: Plan) -> None:
    first, second = trust(amira, "Leila", phone="70 00 00 09"), trust(amira, "Lægen", "professional")
    assert trust(amira, "Leila") == first
    assert [each.id for each in feelings.people_i_trust(amira.citizen)] == [first, second]
    assert feelings.one_trusted(amira.citizen, first).phone == "70 00 00 09"


def test_a_person_is_written_down_in_another_way(amira: Plan) -> None:
    mine = trust(amira, "Leila")
    stood, other = {"name": "Leila", "circle": "close", "phone": ""}, NewTrusted(name="Lægen", circle="professional")
    feelings.change_trusted(amira.citizen, mine, stood, NewTrusted(name="Leila og Omar", circle="professional"))
    with pytest.raises(Conflict):
        feelings.change_trusted(amira.citizen, mine, stood, other)
    assert feelings.one_trusted(amira.citizen, mine).circle == "professional"
    feelings.let_go(amira.citizen, "person", mine)
    assert feelings.people_i_trust(amira.citizen) == []
    with pytest.raises(NotFound):
        feelings.change_trusted(amira.citizen, mine, stood, other)


def test_a_circle_holds_as_many_as_can_be_drawn(amira: Plan) -> None:
    for number in range(MOST):
        trust(amira, f"Ven {number}")
    other = trust(amira, "Lægen", "professional")
    with pytest.raises(Invalid, match="circle: enough"):
        trust(amira, "En til")
    with pytest.raises(Invalid, match="circle: enough"):
        stood = {"name": "Lægen", "circle": "professional", "phone": ""}
        feelings.change_trusted(amira.citizen, other, stood, NewTrusted(name="Lægen", circle="close"))


def test_the_one_thing_takes_the_place_of_the_one_before(amira: Plan) -> None:
    assert feelings.for_me(amira.citizen) is None
    assert feelings.keep_for_me(amira.citizen, NewText(phrase="for_me.walk")).kind == "done"
    assert feelings.keep_for_me(amira.citizen, NewText(phrase="for_me.walk")).kind == "unchanged"
    feelings.keep_for_me(amira.citizen, said("En time alene"), "for_me.walk")
    found = feelings.for_me(amira.citizen)
    assert found and found.words.text == "En time alene" and found.picture is None
    with pytest.raises(Invalid, match="phrase: unknown"):
        feelings.keep_for_me(amira.citizen, NewText(phrase="worry.money"))
    feelings.let_for_me_go(amira.citizen)
    assert feelings.for_me(amira.citizen) is None


def test_nobody_else_has_a_door_to_them(amira: Plan) -> None:
    mine = trust(amira, "Leila")
    feelings.keep_for_me(amira.citizen, NewText(phrase="for_me.walk"))
    for other in (amira.bo, amira.tove, amira.camilla, amira.dorte):
        with pytest.raises(NotFound):
            feelings.one_trusted(other, mine)
    for other in (amira.bo, amira.tove, amira.camilla):
        with pytest.raises(NotFound):
            feelings.for_me(other)
    assert feelings.for_me(amira.dorte) is None and feelings.people_i_trust(amira.dorte) == []
