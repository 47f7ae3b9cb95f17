"""Rule: what a reader reads where words are shown as plain text."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from minplan.content.library import phrases, topics
from minplan.content.phrase import Phrase, fill, slots_in, without_optional
from minplan.language import Language, Translator, day

_ISOLATE, _POP = "\u2068", "\u2069"
_OPENING = "\u2066\u2067\u2068"
_STRONG = {"ltr": {"L"}, "rtl": {"R", "AL"}}
_NEUTRAL = {"ES", "ET", "EN", "CS", "ON", "WS", "NSM", "BN", "S", "B"}


class Spoken(Protocol):
    """Words: either own `text`, or a `phrase` with its `slots`."""

    @property
    def text(self) -> str | None: ...
    @property
    def phrase(self) -> str | None: ...
    @property
    def slots(self) -> Mapping[str, Any] | None: ...


def say(
    words: Spoken, translator: Translator, language: Language, reader: str | None = None, brief: bool = False
) -> str:
    """Own words verbatim; a phrase in the reader's language, spoken to `reader` where the slot `who` names them.

    `brief` leaves out the optional part, for where the day is shown beside the words. A phrase that is not (or no
    longer) in the catalogue is shown by its id.
    """
    phrase = phrases().get(words.phrase or "")
    if words.text is not None or phrase is None:
        return words.text if words.text is not None else (words.phrase or "")
    slots = words.slots or {}
    pattern = _pattern(phrase, translator, reader is not None and slots.get("who") == reader, slots.get("n"))
    values = {name: _value(name, value, translator, language) for name, value in slots.items()}
    return fill(without_optional(pattern) if brief else pattern, values)


def label(phrase: Phrase, translator: Translator) -> str:
    """The phrase as a picker shows it: without its optional part, and with "…" for what is to be filled in."""
    pattern = without_optional(_pattern(phrase, translator, you=True, n=None))
    return fill(pattern, dict.fromkeys(slots_in(pattern), "…"))


def topic_name(topic: str, translator: Translator) -> str:
    """The name of a topic in the reader's language; KeyError for a topic that is not in the catalogue."""
    return translator.pgettext(f"topic:{topic}", topics()[topic])


def _pattern(phrase: Phrase, translator: Translator, you: bool, n: int | None) -> str:
    if you and phrase.you is not None:
        return _translated(translator, f"{phrase.context}:you", phrase.you, phrase.you_one, n)
    return _translated(translator, phrase.context, phrase.text, phrase.text_one, n)


def _translated(translator: Translator, context: str, many: str, one: str | None, n: int | None) -> str:
    if one is None:
        return translator.pgettext(context, many)
    # Where the number is still open ("…"), 5 stands for many: its form shows the number in every language.
    return translator.npgettext(context, one, many, 5 if n is None else n)


def _value(name: str, value: Any, translator: Translator, language: Language) -> str:
    if name == "date":
        value = day(date.fromisoformat(value), language.code)
    elif name == "topic":
        value = topic_name(value, translator)
    return isolated(str(value), language.direction)


def isolated(value: str, direction: str) -> str:
    """The value, in isolating characters when its letters could disturb the direction of the sentence around it."""
    kinds = {unicodedata.bidirectional(char) for char in value}
    return value if kinds <= _STRONG[direction] | _NEUTRAL else f"{_ISOLATE}{_balanced(value)}{_POP}"


def _balanced(value: str) -> str:
    """The value without closing characters of its own that would end the isolation too early."""
    depth, kept = 0, ""
    for char in value:
        depth += (char in _OPENING) - (char == _POP)
        kept += char if depth >= 0 else ""
        depth = max(depth, 0)
    return kept + _POP * depth
