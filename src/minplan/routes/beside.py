"""The second language of a screen that two people read: what the product says, and phrases; own words stand once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from minplan import content
from minplan.language import Language, day, moment, translator
from minplan.routes.readers import Reader, current


def both(message: str, /, **values: Any) -> str:
    """A text in the reader's language; on a screen that two read, in the other language behind it. A day or a time
    among the values is said in the language of each."""
    found = current.get()
    said = _text(found.language, message, found.today, values)
    if found.also is None:
        return said
    return Markup("{} {}").format(said, _in(found.also, _text(found.also, message, found.today, values)))


def twice(caller: Callable[[], str]) -> str:
    """What a block of a template says, in the reader's language and, on a screen that two read, in the other one behind
    it: `{% call twice() %}…{% endcall %}`."""
    found = current.get()
    if found.also is None:
        return caller()
    own, other = (_read(found, each, caller) for each in (found.language, found.also))
    return Markup("{} {}").format(own, _in(found.also, other))


def said_beside(words: content.Spoken, brief: bool = False) -> str:
    """A phrase in the second language, or nothing: where there is none, and for words that are somebody's own."""
    also = current.get().also
    if also is None or not words.phrase:
        return ""
    return Markup(" {}").format(_in(also, content.say(words, translator(also.code), also, None, brief)))


def together() -> bool:
    """Whether the page speaks to nobody alone: two read it, and whoever is meant is named."""
    return current.get().name is None


def _text(language: Language, message: str, today: date, values: dict[str, Any]) -> str:
    told = {name: _value(value, language.code, today) for name, value in values.items()}
    return translator(language.code).gettext(message, **told)


def _value(value: Any, code: str, today: date) -> Any:
    if isinstance(value, datetime):
        return moment(value, code, today)
    return day(value, code, today) if isinstance(value, date) else value


def _read(found: Reader, language: Language, caller: Callable[[], str]) -> str:
    """The block as somebody reads it who reads this one language."""
    kept = current.set(replace(found, language=language, translator=translator(language.code), also=None))
    try:
        return caller()
    finally:
        current.reset(kept)


def _in(also: Language, text: str) -> Markup:
    found = Markup('<span class="also" lang="{}" dir="{}">{}</span>')
    return found.format(also.code, also.direction, text)
