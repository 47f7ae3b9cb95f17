"""Translations are fresh and whole: what the product says, and nothing else, in every language."""

import re

import pytest

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
