"""What is said of a letter leads to rights, sentences and doors that there are, and reads easily."""

from string import punctuation

import pytest

from minplan.content import MOMENTS, LetterKind, forbidden_in, legal_words, letter_kinds, phrases, rights_shelf
from minplan.rights.kinds import DISPATCHES

# What the letter itself says, and what is told of it in plain words here.
OF_THE_LAW = {form.lower() for word in legal_words().values() for form in (word.word, *word.forms)}
EVERY = [pytest.param(kind, id=kind.id) for kind in letter_kinds().values()]


@pytest.mark.parametrize("kind", EVERY)
def test_a_kind_of_letter_leads_to_what_there_is(kind: LetterKind) -> None:
    assert kind.moment in MOMENTS and set(kind.sentences) <= set(phrases("ask"))
    assert kind.until is None or rights_shelf().rights[kind.until].deadline
    assert kind.dispatch is None or kind.dispatch in DISPATCHES
    assert any(kind.moment in right.moments for right in rights_shelf().rights.values())


@pytest.mark.parametrize("kind", EVERY)
def test_a_kind_of_letter_is_short_and_kind(kind: LetterKind) -> None:
    texts = list(kind.told().values())
    assert len(kind.name) <= 30 and 3 <= len(kind.do) <= 4
    for text in texts:
        assert set(forbidden_in(text, "da")) <= OF_THE_LAW, text
        assert all(len(sentence.split()) <= 20 for sentence in text.replace("?", ".").split("."))
    assert lix(" ".join(text if text[-1] in ".?!" else f"{text}." for text in texts)) <= 30


def lix(text: str) -> float:
    words = [word.strip(punctuation) for word in text.split()]
    sentences = sum(text.count(stop) for stop in ".?!:")
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


def test_every_letter_to_the_mailbox_says_one_sentence_at_least() -> None:
    groups = {phrase.group for phrase in phrases("ask").values()}
    assert set(DISPATCHES) <= groups
