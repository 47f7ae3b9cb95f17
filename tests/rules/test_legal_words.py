"""What the words of the law mean: open to all, also where nobody has signed a rule."""

import re

import pytest

from minplan.content import LegalWord, legal_words
from minplan.content.checking.reading_ease import lix, too_long

# A year in which the law changes, and a group that the law calls by a number, are no rule about how long or how much.
NO_RULE = re.compile(r"\b20\d\d\b|\b\d\.\d\b")


@pytest.mark.parametrize("word", legal_words().values(), ids=lambda word: word.id)
def test_a_word_says_no_rule_with_a_number(word: LegalWord) -> None:
    assert not re.search(r"\d", NO_RULE.sub("", word.meaning))


def test_they_read_easily() -> None:
    meanings = [word.meaning for word in legal_words().values()]
    assert lix(meanings) <= 30
    assert list(too_long(meanings)) == []
