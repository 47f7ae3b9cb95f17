"""The catalogue about itself: complete in every language, short, kind, and filled with the same slots."""

from collections.abc import Iterator
from string import punctuation

import pytest

from minplan.content import (
    Phrase,
    ReadyAgreement,
    check_slots,
    forbidden_in,
    grouped,
    phrases,
    ready_agreements,
)
from minplan.content.library import read
from minplan.content.phrase import fill, slots_in, with_optional, without_optional
from minplan.content.wordlists import sentences
from minplan.dialogue import TOPICS
from minplan.language import SOURCE, offered
from minplan.language.messages import Messages, read as read_messages

TRANSLATED = {language.code: read_messages(language.code) for language in offered() if language.code != SOURCE}
SAMPLE = {"who": "Mette", "place": "Caféen", "n": "10", "topic": "bolig"}
TRACKS = {"work", "health", "family", "economy", "community", "together"}


def patterns(phrase: Phrase) -> Iterator[tuple[str, str, str]]:
    """Each Danish pattern of the phrase: its message context, the pattern, and the message id."""
    yield phrase.context, phrase.text, phrase.text_one or phrase.text
    if phrase.you:
        yield f"{phrase.context}:you", phrase.you, phrase.you_one or phrase.you


def translations(messages: Messages, context: str, message: str) -> tuple[str, ...]:
    one = messages.texts.get((context, message))
    return (one,) if one else messages.plurals[context, message]


EVERY = [pytest.param(phrase, id=phrase.id) for phrase in phrases().values()]


@pytest.mark.parametrize("lang", TRANSLATED)
@pytest.mark.parametrize("phrase", EVERY)
def test_a_phrase_is_whole_in_every_language(phrase: Phrase, lang: str) -> None:
    for context, pattern, message in patterns(phrase):
        said = translations(TRANSLATED[lang], context, message)
        assert set(slots_in(said[-1])) == set(slots_in(pattern))
        for text in said:
            # The forms for none, one and two may say the number as a word.
            assert set(slots_in(pattern)) - {"n"} <= set(slots_in(text)) <= set(slots_in(pattern))
            assert set(slots_in(without_optional(text))) - {"n"} == set(slots_in(without_optional(pattern))) - {"n"}
            assert not forbidden_in(with_optional(text), lang)


@pytest.mark.parametrize("phrase", EVERY)
def test_a_phrase_is_short_and_kind(phrase: Phrase) -> None:
    for _context, pattern, _message in patterns(phrase):
        said = with_optional(pattern)
        assert len(said.split()) <= 12
        assert max(map(len, said.split())) <= 16
        assert not forbidden_in(said, SOURCE)
        # Steps become titles, beside which the day is shown; what the reader does is the shorter one.
        assert len(fill(without_optional(pattern), SAMPLE)) <= (42 if pattern == phrase.you else 55)


def test_the_catalogue_reads_easily() -> None:
    sentences = [phrase.text for phrase in phrases().values() if phrase.kind not in ("step", "goal", "milestone")]
    assert sum(map(lix, sentences)) / len(sentences) <= 25


def lix(text: str) -> float:
    words = [word.strip(punctuation + "…") for word in text.split()]
    sentences = max(1, sum(text.count(stop) for stop in ".?!"))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


@pytest.mark.parametrize("phrase", EVERY)
def test_the_form_for_the_reader_needs_no_name(phrase: Phrase) -> None:
    assert (phrase.you is not None) == ("who" in phrase.slots)
    if phrase.you:
        assert set(slots_in(phrase.you)) == set(phrase.slots) - {"who"}


def test_the_catalogue_is_large_enough_for_a_picker() -> None:
    kinds = ("step", "why", "praise", "say", "reply", "win", "goal", "milestone", "another", "agenda")
    kinds += ("aloud", "human", "expect")
    kinds += ("purpose", "decides", "not_today")
    kinds += ("strength", "scene", "worry", "for_me")
    kinds += ("choice", "takes", "money", "ask")
    sizes = {kind: len(phrases(kind)) for kind in kinds}
    assert sum(sizes.values()) == len(phrases())
    assert sizes["step"] >= 40 and sizes["why"] >= 8 and sizes["praise"] >= 6
    assert set(grouped("step")) == TRACKS
    assert set(grouped("say")) == set(TOPICS)


@pytest.mark.parametrize("ready", ready_agreements().values(), ids=lambda ready: ready.id)
def test_an_agreement_for_one_tap_is_whole(ready: ReadyAgreement) -> None:
    assert not check_slots(ready.step, ready.slots("Mette", "2026-12-03"))
    assert not check_slots(ready.why, {})
    assert ready.ball in ("citizen", "municipality", "both") and ready.kind in ("own", "agreed")
    assert ready.track in TRACKS - {"together"} and 1 <= ready.days <= 28


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_the_lists_of_words_have_nothing_twice(lang: str) -> None:
    for kind in ("forbidden", "tone"):
        words = [word for group in read(f"{kind}/{lang}.toml").values() for word in group]
        assert len(words) == len(set(words))
    assert read(f"tone/{lang}.toml").keys() == sentences().keys()
