"""In whose language a booklet is said: the citizen's alone, or with Danish beside it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from minplan import content, language
from minplan.booklet.shape import Direction, Said
from minplan.language import Language, Translator
from minplan.words import Words

_TAG = re.compile(r"</?b>")
_CODE = re.compile(r"[a-z]{2,3}(?=-|$)")


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language, spoken to the citizen called `name` on the day `today`."""

    language: Language
    translator: Translator
    name: str
    today: date

    def gettext(self, message: str, /, **values: Any) -> str:
        return _TAG.sub("", self.translator.gettext(message, **values))

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        return self.translator.ngettext(one, many, n)

    def day(self, on: date) -> str:
        return language.day(on, self.language.code, self.today)

    def short_day(self, on: date) -> str:
        return language.short_day(on, self.language.code, self.today)

    def moment(self, at: datetime) -> str:
        return language.moment(at, self.language.code, self.today)

    def said(self, text: str) -> Said:
        """A text of this language."""
        return Said(text, code(self.language.code), self.language.direction)


@dataclass(frozen=True, slots=True)
class Tongues:
    """The language of a booklet, and the one beside it if there are two."""

    first: Tongue
    second: Tongue | None = None

    def say(self, speak: Callable[[Tongue], str]) -> Said:
        """What `speak` says, in every language of the booklet."""
        told = self.first.said(speak(self.first))
        return told._replace(beside=self.second.said(speak(self.second))) if self.second else told

    def tell(self, message: str) -> Said:
        """One of the product's own sentences."""
        return self.say(lambda tongue: tongue.gettext(message))

    def day(self, on: date) -> Said:
        return self.say(lambda tongue: tongue.day(on))

    def short_day(self, on: date) -> Said:
        return self.say(lambda tongue: tongue.short_day(on))

    def moment(self, at: datetime) -> Said:
        return self.say(lambda tongue: tongue.moment(at))

    def words(self, words: Words, brief: bool = True) -> Said:
        """Somebody's own words as they were said; a phrase in every language of the booklet."""
        if words.text is not None:
            return own(words.text, words.lang)
        if words.erased:
            return self.say(lambda tongue: tongue.gettext("(slettet)"))
        return self.say(lambda each: content.say(words, each.translator, each.language, each.name, brief))


def tongues(lang: str, beside: bool, name: str, today: date) -> Tongues:
    """Those of a booklet in `lang`; with Danish beside it, unless it is Danish already."""
    first, second = (
        Tongue(language.get(each), language.translator(each), name, today) for each in (lang, language.SOURCE)
    )
    return Tongues(first, second if beside and lang != language.SOURCE else None)


def own(text: str, lang: str | None) -> Said:
    """Somebody's own words. Their direction is that of the first letter that has one."""
    found = (unicodedata.bidirectional(char) for char in text)
    strong = next((kind for kind in found if kind in ("L", "R", "AL")), "L")
    direction: Direction = "ltr" if strong == "L" else "rtl"
    return Said(text, code(lang or ""), direction)


def code(lang: str) -> str:
    """A language as the typesetter knows it: its first part, or "no language said"."""
    found = _CODE.match(lang.lower())
    return found[0] if found else "und"
