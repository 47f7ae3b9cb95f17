"""Rights are found by somebody's own words, however they write them."""

import pytest

from minplan.rights import find

SHELF = {
    "tolk": ("Bed om en tolk tolk sprog oversætter مترجم ترجمة لغتي", "Du og kommunen skal kunne forstå hinanden."),
    "klage": ("Klag inden 4 uger klage uenig شكوى أشتكي", "Du kan klage til kommunen. Det er gratis."),
    "papirer": ("Se papirerne i din sag aktindsigt påtegning", "Du må se papirerne i din sag."),
    "penge": ("Penge til transport bus kørsel", "Kommunen kan betale for bussen."),
}


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
    assert find(asked, SHELF)[0] == first


@pytest.mark.parametrize("asked", ["", "   ", "?!", "zzzzzz", "\u0301", "_", "x" * 10_000])
def test_what_stands_nowhere_finds_nothing(asked: str) -> None:
    assert find(asked, SHELF) == []


def test_a_word_that_many_have_says_less_than_one_that_few_have() -> None:
    assert find("kommunen bussen", SHELF)[0] == "penge"


def test_no_more_than_asked_for() -> None:
    assert len(find("kommunen", SHELF, most=2)) == 2
