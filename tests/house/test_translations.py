"""Translations are fresh and whole: what the product says, and nothing else, in every language."""

import re
from io import BytesIO

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from minplan.content import forbidden_in
from minplan.content.catalogue import lacking, updated
from minplan.content.sources import gather
from minplan.language import SOURCE, offered
from minplan.language.messages import file

LANGUAGES = [language.code for language in offered() if language.code != SOURCE]
GATHERED = gather()
SENTENCE = 20  # signs
PLACEHOLDER = re.compile(r"%\(\w+\)s|<[^>]+>|%(?![(%])")
# A right against a sanction, and a word of the law that is explained, call the thing by its name; no other text does.
NAMED = ("rimelig_grund", "sanktion_vejledning", "sanktion_hoering", "skaerpet_sanktion", "arbejdspligt")
BY_NAME = ("tone:", "promise:", "legal-word:", *(f"right:{name}:" for name in NAMED))
# What stands in a letter itself is told there in plain words.
BY_NAME += ("letter:hearing:means", "letter:sanction:means")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_gathering_again_changes_nothing(lang: str) -> None:
    text = file(lang).read_text("utf-8")
    assert updated(text, GATHERED)[0] == text, "run bin/translations"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_lacks_a_translation(lang: str) -> None:
    assert lacking(updated(file(lang).read_text("utf-8"), GATHERED)[1]) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_placeholders_and_markup_survive_translation(lang: str) -> None:
    for message in catalogue(lang):
        plain = isinstance(message.id, str)
        expected = placeholders(message.id if plain else message.id[-1])
        forms = [placeholders(text) for text in ([message.string] if plain else message.string)]
        assert forms[-1] == expected, message.id
        # The forms for none, one and two may say the number as a word.
        assert plain or all(set(expected) - {"%(n)s"} <= set(form) <= set(expected) for form in forms), message.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_said_several_times_in_a_row(lang: str) -> None:
    """No language needs more than twice the room, but for single words."""
    said = [message for message in catalogue(lang) if isinstance(message.id, str) and len(message.id) >= SENTENCE]
    assert [message.id for message in said if len(message.string) > 2.2 * len(message.id)] == []


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("lang", [SOURCE, *LANGUAGES])
def test_no_text_blames_threatens_or_counts(lang: str) -> None:
    # Sentences to staff about pressing words may name them, and a promise says what never happens.
    said = [
        text
        for message in catalogue(lang)
        for text in ([message.string] if isinstance(message.string, str) else message.string)
        if not (message.context or "").startswith(BY_NAME)
    ]
    assert [(text, word) for text in said for word in forbidden_in(PLACEHOLDER.sub("", text), lang)] == []


def catalogue(lang: str) -> list[Message]:
    if lang == SOURCE:
        return [Message("", message.id, context=message.context) for message in GATHERED]
    return list(read_po(BytesIO(file(lang).read_bytes())))[1:]
