"""Who says yes, on which screen, and what a yes is worth."""

from typing import Any

import pytest
from cast import Plan, said
from gathered import agreed, close, confirm, going_on, notices, outcome
from props import nothing_written, one_change

from minplan import meeting
from minplan.errors import Conflict, Invalid, NotAllowed


def test_both_say_yes_each_on_their_own_screen(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where, "municipality")
    with one_change(amira):
        confirm(amira, where)
    found = outcome(amira, where)
    assert [(each.side, each.name, each.agrees) for each in found.confirmations] == [
        ("municipality", "Bo", True),
        ("citizen", "Amira", True),
    ]
    with nothing_written(amira):
        assert confirm(amira, where).kind == "unchanged"


@pytest.mark.parametrize("how", ["handed", "paper"])
def test_the_citizen_says_yes_on_the_professionals_screen_or_with_a_pen(amira: Plan, how: str) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where, how=how, by=amira.bo, words=said("Fint"))
    found = outcome(amira, where)
    assert found.citizen_says and found.citizen_says.agrees and found.citizen_says.words
    assert found.agreements[0].sealed


def test_a_yes_on_a_joined_device_waits_for_the_citizens_own(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where, how="joined")
    found = outcome(amira, where)
    assert found.citizen_says and found.citizen_says.waits and not found.agreements[0].sealed
    close(amira, where)
    assert not outcome(amira, where).agreements[0].sealed
    confirm(amira, where)
    assert outcome(amira, where).agreements[0].sealed
    assert notices(amira.bo) == ["meeting"]


def test_a_device_at_the_table_makes_no_own_yes_weaker(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where)
    with nothing_written(amira):
        confirm(amira, where, how="joined")


def test_own_words_stand_beside_i_see_it_differently(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where, says="differently", words=said("Jeg vil vente"))
    found = outcome(amira, where).citizen_says
    assert found and not found.agrees and found.words and found.words.text == "Jeg vil vente"


def test_nobody_says_yes_to_other_words_than_they_read(amira: Plan) -> None:
    where = going_on(amira)
    key = agreed(amira, where)
    old = outcome(amira, where).digest
    meeting.set_kind(amira.bo, amira.id, where, key, "agreed", "own")
    with nothing_written(amira), pytest.raises(Conflict):
        confirm(amira, where, digest=old)


def test_there_is_no_yes_to_nothing(amira: Plan) -> None:
    where = going_on(amira)
    with nothing_written(amira), pytest.raises(Invalid):
        confirm(amira, where)


@pytest.mark.parametrize(
    ("by", "fields", "refused"),
    [("bo", {"side": "citizen", "how": "own"}, Invalid), ("citizen", {"side": "municipality"}, Invalid),
     ("citizen", {"how": "paper"}, NotAllowed), ("citizen", {"how": "handed"}, NotAllowed),
     ("bo", {"side": "municipality", "how": "paper"}, Invalid), ("bo", {"how": "joined"}, Invalid)],
)  # fmt: skip
def test_nobody_says_yes_for_another(amira: Plan, by: str, fields: dict[str, Any], refused: type[Exception]) -> None:
    where = going_on(amira)
    agreed(amira, where)
    with nothing_written(amira), pytest.raises(refused):
        confirm(amira, where, by=getattr(amira, by), **fields)


def test_a_workplace_says_yes_to_what_it_was_shown_and_to_no_more(amira: Plan) -> None:
    where = going_on(amira)
    shown, secret = agreed(amira, where, "Tre timer i køkkenet"), agreed(amira, where, "Ring til lægen")
    ids = [shown]
    mark = meeting.mark_of(outcome(amira, where), ids)
    who = {"by": amira.bo, "how": "handed", "name": "Ida Holm", "role": "køkkenchef"}
    confirm(amira, where, "workplace", about=ids, digest=mark, **who)
    meeting.set_kind(amira.bo, amira.id, where, secret, "agreed", "own")
    (found,) = outcome(amira, where).said_by("workplace")
    assert (found.name, found.role, found.about, found.agrees) == ("Ida Holm", "køkkenchef", frozenset(ids), True)
    meeting.set_kind(amira.bo, amira.id, where, shown, "agreed", "own")
    assert not outcome(amira, where).said_by("workplace")[0].stands
    with pytest.raises(Invalid):
        confirm(amira, where, "workplace", **who)
