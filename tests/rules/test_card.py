"""A card says the same of somebody whoever fills it in: the office, or they themselves."""

import pytest
from pydantic import ValidationError

from minplan.handover import AboutMe
from minplan.office import NewPerson

PERSON = {"kind": "staff", "name": "Bo", "email": "bo@kommune.dk"}


@pytest.mark.parametrize(("field", "wrong"), [
    ("phone", "7000"), ("phone", "70 00 00 00 x"), ("phone", "+45 70 00 00 00 70 00 00"), ("hours", "x" * 121),
    ("hours", "spørg efter 010190-1234"), ("hours", "\0"),
])  # fmt: skip
def test_what_one_refuses_the_other_refuses_in_the_same_words(field: str, wrong: str) -> None:
    found = []
    for shape, more in ((AboutMe, {}), (NewPerson, PERSON)):
        with pytest.raises(ValidationError) as told:
            shape(**more, **{field: wrong})
        found.append([error["type"] for error in told.value.errors()])
    assert found[0] == found[1]


@pytest.mark.parametrize(("field", "right"), [("phone", "+45 70 00 00 00"), ("phone", ""), ("hours", "x" * 120)])
def test_what_one_takes_the_other_takes(field: str, right: str) -> None:
    assert getattr(AboutMe(**{field: right}), field) == getattr(NewPerson(**PERSON, **{field: right}), field) == right


@pytest.mark.parametrize("wrong", ["bo", "bo@kommune", "bø@kommune.dk", "bo@kommune.dk, me@evil.dk", "b<o@kommune.dk"])
def test_an_address_is_one_that_a_letter_can_be_sent_to(wrong: str) -> None:
    with pytest.raises(ValidationError, match="no address"):
        NewPerson(**PERSON | {"email": wrong})
