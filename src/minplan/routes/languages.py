"""The reader's language: chosen with ?lang=xx and remembered, else the person's own, else the browser's, else Danish.

What templates say goes through the functions given here, because imported macros see globals only.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask, current_app, g, request
from werkzeug.wrappers import Response

from minplan import clock, content, language
from minplan.config import Settings
from minplan.language import SOURCE, Language, Translator
from minplan.routes.visitor import maybe_visitor

COOKIE = "lang"
WORDLESS = frozenset({"assets.show", "health.show"})
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads this answer: in which language, addressed by which name, on which day in Denmark.

    `asked` is what ?lang= named, `lacking` whether the site does not have it.
    """

    language: Language
    translator: Translator
    name: str | None
    today: date
    asked: str | None
    lacking: bool


_reader: ContextVar[Reader] = ContextVar("reader")


def reader() -> Reader:
    """The reader of the answer under way."""
    if "reader" not in g:
        _find()
    return _reader.get()


def install(app: Flask) -> None:
    """Find the reader before anything else happens, and give templates their words."""
    found: Settings = app.extensions["minplan"]
    app.before_request(_meet)
    app.after_request(_remember)
    app.context_processor(_variables)
    app.jinja_env.globals.update(
        _=gettext, gettext=gettext, ngettext=ngettext, pgettext=pgettext, npgettext=npgettext,
        in_language=in_language, say=say, day=day, short_day=short_day, moment=moment,
        authority=found.authority, jobnet_url=found.jobnet_url, demo=found.demo,
        languages=language.offered(found.languages),
    )


def gettext(message: str, /, **values: Any) -> str:
    return _reader.get().translator.gettext(message, **values)


def ngettext(one: str, many: str, n: int, /, **values: Any) -> str:
    return _reader.get().translator.ngettext(one, many, n, **values)


def pgettext(context: str, message: str, /, **values: Any) -> str:
    return _reader.get().translator.pgettext(context, message, **values)


def npgettext(context: str, one: str, many: str, n: int, /, **values: Any) -> str:
    return _reader.get().translator.npgettext(context, one, many, n, **values)


def say(words: content.Spoken, brief: bool = False) -> str:
    """Words as this reader reads them; `brief` where their day is shown beside them."""
    found = _reader.get()
    said = content.say(words, found.translator, found.language, found.name, brief)
    # Words that came as nothing but white space are kept, but no heading and no link may be empty.
    return said if said.strip() else gettext("(uden ord)")


def day(on: date) -> str:
    found = _reader.get()
    return language.day(on, found.language.code, found.today)


def short_day(on: date) -> str:
    found = _reader.get()
    return language.short_day(on, found.language.code, found.today)


def moment(at: datetime) -> str:
    found = _reader.get()
    return language.moment(at, found.language.code, found.today)


def in_language(code: str) -> str:
    """The address of this page in another language; of an answer to a form, which has none, the front page's."""
    return f"?lang={code}" if request.method == "GET" else f"/?lang={code}"


def _meet() -> None:
    # A file that all share must not look at cookies: browsers would fetch it again for every new one.
    if request.endpoint not in WORDLESS:
        _find()


def _find() -> None:
    visitor = maybe_visitor()
    offered = current_app.extensions["minplan"].languages
    asked = _plain(request.args.get("lang"))
    code = _choose(asked, offered, visitor.language if visitor else None)
    g.reader = Reader(
        language=language.get(code),
        translator=language.translator(code),
        name=visitor.name if visitor else None,
        today=clock.today(),
        asked=asked,
        lacking=asked is not None and asked not in offered,
    )
    _reader.set(g.reader)


def _choose(asked: str | None, offered: tuple[str, ...], own: str | None) -> str:
    """A language that was asked for and is not here becomes Danish, also where another was remembered."""
    if asked is not None:
        return asked if asked in offered else SOURCE
    remembered = request.cookies.get(COOKIE)
    for code in (remembered, _plain(own)):
        if code in offered:
            return str(code)
    if own is not None:
        return SOURCE
    return request.accept_languages.best_match(offered) or SOURCE


def _plain(tag: str | None) -> str | None:
    """ "en-GB" asks for "en". An empty tag asks for nothing."""
    return tag.partition("-")[0].lower() if tag else None


def _variables() -> dict[str, Any]:
    found = _reader.get()
    return {
        "language": found.language,
        "lang": found.language.code,
        "dir": found.language.direction,
        "today": found.today,
        "language_lacking": found.lacking,
    }


def _remember(response: Response) -> Response:
    found: Reader | None = g.get("reader")
    if found and found.asked is not None and not found.lacking and request.cookies.get(COOKIE) != found.asked:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie(COOKIE, found.asked, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
    return response
