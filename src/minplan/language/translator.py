"""Translators: plain look-ups in plain dicts, one translator per language, read at first use.

The message ids are the Danish texts, so what is not translated yet is shown in Danish.
"""

from functools import cache
from typing import Any

from markupsafe import Markup, escape

from minplan.language.languages import SOURCE, get
from minplan.language.messages import Framed, Key, Messages, read


class Translator:
    """The four functions that templates and content use. Values fill `%(name)s` in the translated text.

    A value that is markup stays markup, and then the text around it is escaped; otherwise the answer is plain text.
    `n` is a value of the plural forms by itself.
    """

    __slots__ = ("_messages", "_texts", "lang")

    def __init__(self, lang: str, messages: Messages) -> None:
        self.lang = lang
        self._messages = messages
        self._texts = messages.texts

    def gettext(self, message: str, /, **values: Any) -> str:
        text = self._texts.get(message, message)
        return _fill(text, values) if values else text

    def pgettext(self, context: str, message: str, /, **values: Any) -> str:
        text = self._texts.get((context, message), message)
        return _fill(text, values) if values else text

    def ngettext(self, one: str, many: str, n: int, /, **values: Any) -> str:
        return _fill(self._plural(one, one, many, n), _Values(values, n=n))

    def npgettext(self, context: str, one: str, many: str, n: int, /, **values: Any) -> str:
        return _fill(self._plural((context, one), one, many, n), _Values(values, n=n))

    def _plural(self, key: Key, one: str, many: str, n: int) -> str:
        forms = self._messages.plurals.get(key)
        return forms[self._messages.form(n)] if forms else self._texts.get(key, one if n == 1 else many)


class _Values(dict[str, Any]):
    """Values for a text; a placeholder without one is left standing, for whoever fills it later."""

    def __missing__(self, name: str) -> str:
        return f"%({name})s"


def _fill(text: str, values: dict[str, Any]) -> str:
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup(escape(text)) % values  # nosec B704: escaped, and Markup escapes the values
    return text % values


@cache
def translator(lang: str) -> Translator:
    """The translator into `lang`; KeyError for a language that the product does not know."""
    language = get(lang)
    if language.frame != "{}":
        return Translator(lang, Messages(texts=Framed(language.frame)))
    return Translator(lang, Messages() if lang == SOURCE else read(lang))


def mark(message: str) -> str:
    """Mark a Danish text for translation where it stands; whoever shows it translates it."""
    return message
