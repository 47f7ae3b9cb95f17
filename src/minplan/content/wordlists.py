"""Rule: words that do not belong on a citizen's page, and a quiet hint to staff whose words press or shame."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from minplan.content.library import read
from minplan.language import Translator, known

# Arabic writes "and", "in", "to", "as" and the article together with the word that follows.
_BEFORE = {"ar": r"[وف]?(?:[بك]?ال|لل|[بلك])?"}
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0640]")


@dataclass(frozen=True, slots=True)
class Hint:
    """A word in a staff member's text that can press or shame, and the id of the sentence with a kinder way."""

    word: str
    kinder: str


def forbidden(lang: str) -> tuple[str, ...]:
    """The words that the product itself never says to a citizen; none for a language without a list."""
    return tuple(chain.from_iterable(_lists("forbidden", lang).values()))


def forbidden_in(text: str, lang: str) -> list[str]:
    """The forbidden words that stand in `text`, in the order and the form in which they stand there."""
    return _found(forbidden(lang), text, lang)


def pressure_in(text: str, lang: str) -> list[Hint]:
    """Hints for a text that staff are writing, one per word; never a reason to refuse the text."""
    pressing = _without(tuple(chain.from_iterable(_lists("harmless", lang).values())), text, lang)
    return [
        Hint(word, sentence)
        for sentence, words in _lists("tone", lang).items()
        for word in dict.fromkeys(_found(tuple(words), pressing, lang))
    ]


def kinder(hint: Hint, translator: Translator) -> str:
    """The kinder way that a hint points to, in the language of the person who writes."""
    return translator.pgettext(f"tone:{hint.kinder}", sentences()[hint.kinder])


def only_duty(text: str, lang: str) -> bool:
    """Whether a why says nothing but that a law or a rule asks for it; False for an empty one and unknown languages."""
    words = tuple(chain.from_iterable(_lists("duty", lang).values()))
    if not words or not any(char.isalpha() for char in text):
        return False
    return not any(char.isalpha() for char in _without(words, text, lang))


@cache
def sentences() -> dict[str, str]:
    return read("tone/sentences.toml")


def _lists(kind: str, lang: str) -> dict[str, list[str]]:
    # A form may name any language at all; only those that the product speaks are names of files.
    return _list(kind, lang) if known(lang) else {}


@cache
def _list(kind: str, lang: str) -> dict[str, list[str]]:
    try:
        return read(f"{kind}/{lang}.toml")
    except FileNotFoundError:
        return {}


def _without(harmless: tuple[str, ...], text: str, lang: str) -> str:
    text = _VOWEL_SIGNS.sub("", text)
    return _pattern(harmless, _BEFORE.get(lang, "")).sub("…", text) if harmless else text


def _found(words: tuple[str, ...], text: str, lang: str) -> list[str]:
    if not words:
        return []
    return [match[0] for match in _pattern(words, _BEFORE.get(lang, "")).finditer(_VOWEL_SIGNS.sub("", text))]


@cache
def _pattern(words: tuple[str, ...], before: str) -> re.Pattern[str]:
    # Longest first, so that "no-show" is found whole. Signs count wherever they stand, words only when whole.
    ordered = sorted(words, key=len, reverse=True)
    signs = [re.escape(word) for word in ordered if not word[0].isalnum()]
    whole = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered if word[0].isalnum())
    return re.compile("|".join([*signs, rf"(?<!\w){before}(?:{whole})(?!\w)"]), re.IGNORECASE)
