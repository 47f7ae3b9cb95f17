"""Rights are found by somebody's own words, however they write them."""

import pytest

from minplan.content import Finding
from minplan.rights import Hints, find, hints

SHELF = {
    "tolk": ("tolk sprog oversætter مترجم ترجمة لغتي", "Bed om en tolk", "Du og kommunen skal kunne forstå hinanden."),
    "klage": ("klage uenig شكوى أشتكي", "Klag inden 4 uger", "Du kan klage til kommunen. Det er gratis."),
    "papirer": ("aktindsigt påtegning", "Se papirerne i din sag", "Du må se papirerne i din sag."),
    "penge": ("bus kørsel", "Penge til transport", "Kommunen kan betale for bussen."),
}
NONE = Hints()
SAME = hints([Finding(("jeg", "har"), {"bus": ("Kørekort", "bilen")}), Finding(("i",), {"tolk": ("لا أفهم",)})])


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("tolk", "tolk"),
        ("TOLKEN", "tolk"),
        ("oversaetter", "tolk"),
        ("oversætter", "tolk"),
        ("المترجم", "tolk"),
        ("تَرْجَمَة", "tolk"),
        ("ترجمه", "tolk"),
        ("اشتكي", "klage"),
        ("klagefristen", "klage"),
        ("klge", "klage"),
        ("paategning", "papirer"),
        ("papir", "papirer"),
        ("jeg vil gerne klage", "klage"),
        ("koersel", "penge"),
    ],
)
def test_it_is_found_first(asked: str, first: str) -> None:
    assert find(asked, SHELF, NONE)[0] == first


@pytest.mark.parametrize("asked", ["", "   ", "?!", "zzzzzz", "\u0301", "_", "x" * 10_000])
def test_what_stands_nowhere_finds_nothing(asked: str) -> None:
    assert find(asked, SHELF, NONE) == []


def test_a_word_that_many_have_says_less_than_one_that_few_have() -> None:
    assert find("kommunen bussen", SHELF, NONE)[0] == "penge"


def test_no_more_than_asked_for() -> None:
    assert len(find("kommunen", SHELF, NONE, most=2)) == 2


def test_a_keyword_says_more_than_the_name_and_the_name_more_than_the_text() -> None:
    shelf = {"said": ("", "", "sko"), "name": ("", "sko", ""), "keyword": ("sko", "", "")}
    assert find("sko", shelf, NONE) == ["keyword", "name", "said"]


def test_a_whole_word_comes_before_a_part_of_one() -> None:
    shelf = {"part": ("skomager", "", ""), "whole": ("sko", "", "")}
    assert find("sko", shelf, NONE) == ["whole", "part"]


def test_a_word_leads_to_the_one_that_the_right_has_in_any_language() -> None:
    assert find("jeg har bilen", SHELF, SAME) == find("bilen", SHELF, SAME) == ["penge"]
    assert find("koerekort", SHELF, SAME) == ["penge"] and find("koerekrot", SHELF, SAME) == ["penge"]
    assert find("أفهم", SHELF, SAME) == ["tolk"]


def test_words_that_say_nothing_are_looked_for_only_where_there_are_no_others() -> None:
    assert find("jeg i", {"one": ("", "", "i"), "two": ("", "", "x")}, SAME) == ["one"]
    assert find("i sko", {"one": ("", "", "i"), "two": ("sko", "", "x")}, SAME) == ["two"]
