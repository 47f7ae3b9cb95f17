"""The feelings that can be named: two equal shelves, each word short, and told kindly in every language."""

import pytest

from minplan.content import SHELVES, Feeling, feeling_help, feeling_word, feelings, forbidden_in
from minplan.language import offered, translator

LANGUAGES = [language.code for language in offered()]
EVERY = [pytest.param(feeling, id=feeling.id) for feeling in feelings().values()]


def test_both_shelves_have_room_for_as_much() -> None:
    shown = [feeling.shelf for feeling in feelings().values() if not feeling.extra]
    assert [shown.count(shelf) for shelf in SHELVES] == [8, 8] and len(feelings()) == 22


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("feeling", EVERY)
def test_a_feeling_has_a_short_word_and_a_kind_sentence(feeling: Feeling, lang: str) -> None:
    word, told = feeling_word(feeling.id, translator(lang)), feeling_help(feeling.id, translator(lang))
    assert 1 <= len(word) <= 16 and len(told.split()) <= 12 and told.endswith(".")
    assert not forbidden_in(f"{word} {told}", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_feelings_have_the_same_word(lang: str) -> None:
    assert len({feeling_word(name, translator(lang)) for name in feelings()}) == len(feelings())
