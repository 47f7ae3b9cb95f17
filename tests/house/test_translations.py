"""Translations are fresh and whole: what the product says, and nothing else, in every language."""

import re
from io import BytesIO

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from minplan.content import forbidden_in
from minplan.content.catalogue import gather, lacking, updated
from minplan.language import SOURCE, offered
from minplan.language.messages import file, read

LANGUAGES = [language.code for language in offered() if language.code != SOURCE]
GATHERED = gather()
PLACEHOLDER = re.compile(r"%\(\w+\)s|<[^>]+>|%(?![(%])")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_gathering_again_changes_nothing(lang: str) -> None:
    text = file(lang).read_text("utf-8")
    assert updated(text, GATHERED)[0] == text, "run bin/translations"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_lacks_a_translation(lang: str) -> None:
    assert lacking(updated(file(lang).read_text("utf-8"), GATHERED)[1]) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_placeholders_and_markup_survive_translation(lang: str) -> None:
    messages = read(lang)
    for key, text in messages.texts.items():
        message = key if isinstance(key, str) else key[1]
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(message)), message
    for key, forms in messages.plurals.items():
        message = key if isinstance(key, str) else key[1]
        expected = set(PLACEHOLDER.findall(message))
        assert set(PLACEHOLDER.findall(forms[-1])) == expected, message
        assert all(expected - {"%(n)s"} <= set(PLACEHOLDER.findall(form)) <= expected for form in forms), message


@pytest.mark.parametrize("lang", [SOURCE, *LANGUAGES])
def test_no_text_blames_threatens_or_counts(lang: str) -> None:
    # Sentences to staff about pressing words may name them.
    said = [
        text
        for message in catalogue(lang)
        for text in ([message.string] if isinstance(message.string, str) else message.string)
        if not (message.context or "").startswith("tone:")
    ]
    assert [(text, word) for text in said for word in forbidden_in(PLACEHOLDER.sub("", text), lang)] == []


def catalogue(lang: str) -> list[Message]:
    if lang == SOURCE:
        return [Message("", message.id, context=message.context) for message in GATHERED]
    return list(read_po(BytesIO(file(lang).read_bytes())))[1:]
