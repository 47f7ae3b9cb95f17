"""Which steps are alike; and a why that says nothing but that a law asks for it."""

from typing import NamedTuple

import pytest

from minplan import content
from minplan.rights.meaning.likeness import alike
from minplan.words import Words


class Tried(NamedTuple):
    title: Words
    tracks: tuple[str, ...] = ("work",)


def own(text: str, lang: str = "da") -> Words:
    return Words(text, lang)


@pytest.mark.parametrize(
    ("new", "before"),
    [
        (own("Ring til lægen"), own("ring til lægen!")),
        (own("Praktik i bageriet"), own("Virksomhedspraktik på plejehjemmet")),
        (own("An internship", "en"), own("Find en praktikplads")),
        (Words(None, None, "step.write_cv", {"who": "Amira"}), Words(None, None, "step.write_cv", {"who": "Karin"})),
        (own("Ny praktik"), Words(None, None, "step.find_placement", {"who": "A"})),
    ],
)
def test_the_same_words_the_same_sentence_or_the_same_kind_of_help_are_alike(new: Words, before: Words) -> None:
    assert alike(new, ("work",), [Tried(before)])


@pytest.mark.parametrize(
    ("new", "before", "tracks"),
    [
        (own("Ring til lægen"), own("Ring til banken"), ("work",)),
        (own("Praktik i bageriet"), own("Praktik i køkkenet"), ("health",)),
        (own("Skriv dit cv"), own("Servicemedarbejder hos Karl"), ("work",)),
        (own("!!!"), Words(None, "zxx"), ("work",)),
    ],
)
def test_other_things_are_not(new: Words, before: Words, tracks: tuple[str, ...]) -> None:
    assert not alike(new, ("work",), [Tried(before, tracks)])


def test_three_at_most_the_newest_first() -> None:
    tried = [Tried(own(f"Praktik {number}")) for number in range(5)]
    assert alike(own("Praktik igen"), ("work",), tried) == tried[:3]


@pytest.mark.parametrize(
    ("why", "lang"),
    [
        ("Det står i loven.", "da"),
        ("Loven kræver det, jf. LAB § 31, stk. 2", "da"),
        ("Det er din pligt", "da"),
        ("You must. It is the law.", "en"),
        ("هذا واجب حسب القانون", "ar"),
    ],
)
def test_a_law_alone_is_no_purpose(why: str, lang: str) -> None:
    assert content.only_duty(why, lang)


@pytest.mark.parametrize(
    ("why", "lang"),
    [
        ("Så møder du andre", "da"),
        ("Loven beder om det, og du møder andre mennesker", "da"),
        ("", "da"),
        ("§ 31", "da"),
        ("Det står i loven", "xx"),
    ],
)
def test_a_purpose_is_left_alone(why: str, lang: str) -> None:
    assert not content.only_duty(why, lang)
