"""What templates say, in the reader's language: through functions, because imported macros see globals only."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from flask import Flask, request

from minplan import content, language
from minplan.config import Settings
from minplan.routes.beside import both, said_beside, together, twice
from minplan.routes.readers import current, meet, reader, remember

# What of a page's address says which page it is; of paper, what is on it.
FACES = ("side", "about", "given", "copy", "chosen", "part", "format", "beside")

__all__ = ["day", "gettext", "install", "moment", "ngettext", "npgettext", "pgettext", "reader", "say", "short_day"]


def install(app: Flask) -> None:
    """Find the reader of each answer, and give templates their words."""
    found: Settings = app.extensions["minplan"]
    app.before_request(meet)
    app.after_request(remember)
    app.context_processor(_variables)
    app.jinja_env.globals.update(
        _=gettext, gettext=gettext, ngettext=ngettext, pgettext=pgettext, npgettext=npgettext,
        in_language=in_language, say=say, both=both, twice=twice, said_beside=said_beside, together=together,
        day=day, short_day=short_day, moment=moment,
        authority=found.authority, jobnet_url=found.jobnet_url, was_url=found.was_url, demo=found.demo,
        languages=language.offered(found.languages),
    )


def gettext(message: str, /, **values: Any) -> str:
    return current.get().translator.gettext(message, **values)


def ngettext(one: str, many: str, n: int, /, **values: Any) -> str:
    return current.get().translator.ngettext(one, many, n, **values)


def pgettext(context: str, message: str, /, **values: Any) -> str:
    return current.get().translator.pgettext(context, message, **values)


def npgettext(context: str, one: str, many: str, n: int, /, **values: Any) -> str:
    return current.get().translator.npgettext(context, one, many, n, **values)


def say(words: content.Spoken, brief: bool = False) -> str:
    """Words as this reader reads them; `brief` where their day is shown beside them."""
    if words.text is None and not words.phrase:
        return gettext("(slettet)")
    found = current.get()
    said = content.say(words, found.translator, found.language, found.name, brief)
    # Words that came as nothing but white space are kept, but no heading and no link may be empty.
    return said if said.strip() else gettext("(uden ord)")


def day(on: date) -> str:
    found = current.get()
    return language.day(on, found.language.code, found.today)


def short_day(on: date) -> str:
    found = current.get()
    return language.short_day(on, found.language.code, found.today)


def moment(at: datetime) -> str:
    found = current.get()
    return language.moment(at, found.language.code, found.today)


def in_language(code: str) -> str:
    """The address of this page in another language; of an answer to a form, which has none, the front page's."""
    if request.method != "GET":
        return f"/?lang={code}"
    return "?" + urlencode([(name, each) for name in FACES for each in request.args.getlist(name)] + [("lang", code)])


def _variables() -> dict[str, Any]:
    found = current.get()
    return {
        "language": found.language,
        "lang": found.language.code,
        "dir": found.language.direction,
        "also": found.also,
        "today": found.today,
        "language_lacking": found.lacking,
    }
