"""The second language of a screen that two people read: what the product says, and phrases; own words stand once."""

from typing import Any

from markupsafe import Markup, escape

from minplan import content
from minplan.language import Language, translator
from minplan.routes.readers import current


def both(message: str, /, **values: Any) -> str:
    """A text in the reader's language; on a screen that two read, in the other language behind it."""
    found = current.get()
    said = found.translator.gettext(message, **values)
    if found.also is None:
        return said
    return Markup("{} {}").format(said, _in(found.also, translator(found.also.code).gettext(message, **values)))


def said_beside(words: content.Spoken, brief: bool = False) -> str:
    """A phrase in the second language, or nothing: where there is none, and for words that are somebody's own."""
    also = current.get().also
    if also is None or not words.phrase:
        return ""
    return Markup(" {}").format(_in(also, content.say(words, translator(also.code), also, None, brief)))


def _in(also: Language, text: str) -> Markup:
    found = Markup('<span class="also" lang="{}" dir="{}">{}</span>')
    return found.format(also.code, also.direction, escape(text))
