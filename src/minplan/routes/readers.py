"""Who reads: in the language chosen with ?lang=xx and remembered, else their own, else the browser's, else Danish.

At a meeting two can read one screen: ?also=xx, remembered for that meeting, says what can be said in a second language
beside it.
"""

from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date

from flask import current_app, g, request
from werkzeug.wrappers import Response

from minplan import clock, language
from minplan.language import SOURCE, Language, Translator
from minplan.routes.cookies import keep, kept
from minplan.routes.visitor import maybe_visitor

COOKIE = "lang"
BESIDE = "also"
AT_THE_TABLE = "meeting"  # the shelf whose pages are read by two
WORDLESS = frozenset({"assets.show", "health.show", "stay.say"})


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads this answer: in which language, addressed by which name, on which day in Denmark.

    `asked` is what ?lang= named, `lacking` whether the site does not have it. `also` is the second language of a screen
    that two read, `beside` what ?also= named.
    """

    language: Language
    translator: Translator
    name: str | None
    today: date
    asked: str | None
    lacking: bool
    also: Language | None = None
    beside: str | None = None


current: ContextVar[Reader] = ContextVar("reader")


def reader() -> Reader:
    """The reader of the answer under way."""
    if "reader" not in g:
        _find()
    return current.get()


def read_in(code: str) -> bool:
    """Answer in this language, without asking who reads. False for one that the site does not have."""
    offered = current_app.extensions["minplan"].languages
    if code in offered:
        g.visitor = None
        current.set(Reader(language.get(code), language.translator(code), None, clock.today(), None, False))
        g.reader = current.get()
    return code in offered


def read_beside(code: str) -> None:
    """Say what can be said in this language beside the reader's own, unless they have chosen for themselves."""
    found = reader()
    offered = current_app.extensions["minplan"].languages
    if code in offered and code != found.language.code and found.beside is None and _remembered() is None:
        g.reader = replace(found, also=language.get(code))
        current.set(g.reader)


def read_as(name: str | None, code: str = "") -> None:
    """The screen is in another's hands: speak to them, in their language where the site has it, the other one beside.

    Whoever has asked for a language on this very page keeps it.
    """
    found = replace(reader(), name=name)
    if found.asked is None and code in current_app.extensions["minplan"].languages and code != found.language.code:
        theirs, ours = language.get(code), found.language
        found = replace(found, language=theirs, translator=language.translator(code), also=ours)
    g.reader = found
    current.set(found)


def meet() -> None:
    """Find the reader before anything else happens."""
    # A file that all share must not look at cookies: browsers would fetch it again for every new one.
    if request.endpoint not in WORDLESS:
        _find()


def remember(response: Response) -> Response:
    """A language that was asked for stays until another one is."""
    found: Reader | None = g.get("reader")
    if found and found.asked is not None and not found.lacking and kept(COOKIE) != found.asked:
        keep(response, COOKIE, found.asked)
    if found and found.beside is not None and _remembered() != found.beside:
        keep(response, BESIDE, f"{_table()}.{found.beside}")
    return response


def stay_in_language(response: Response) -> None:
    """What this browser showed to nobody goes on where somebody is. Danish is what one says that asks for nothing."""
    code = reader().language.code
    if code != SOURCE and kept(COOKIE) is None:
        keep(response, COOKIE, code)


def _find() -> None:
    visitor = maybe_visitor()
    offered = current_app.extensions["minplan"].languages
    asked = _plain(request.args.get("lang"))
    code = _choose(asked, offered, visitor.language if visitor else None)
    also = _also(code, offered)
    g.reader = Reader(
        language=language.get(code),
        translator=language.translator(code),
        name=visitor.name if visitor and also is None else None,  # to two who read together nobody is "you"
        today=clock.today(),
        asked=asked,
        lacking=asked is not None and asked not in offered,
        also=also,
        beside=_beside(offered),
    )
    current.set(g.reader)


def _choose(asked: str | None, offered: tuple[str, ...], own: str | None) -> str:
    """A language that was asked for and is not here becomes Danish, also where another was remembered."""
    if asked is not None:
        return asked if asked in offered else SOURCE
    remembered = kept(COOKIE)
    for code in (remembered, _plain(own)):
        if code in offered:
            return str(code)
    if own is not None:
        return SOURCE
    return request.accept_languages.best_match(offered) or SOURCE


def _beside(offered: tuple[str, ...]) -> str | None:
    """What ?also= asks to remember: a language, or "" for none; None where it asks for nothing that there is."""
    asked = request.args.get(BESIDE) if _table() else None
    return asked if asked == "" or asked in offered else None


def _also(code: str, offered: tuple[str, ...]) -> Language | None:
    """The second language of a meeting's page, which is never the first one."""
    asked = _beside(offered)
    found = _remembered() if asked is None else asked
    return language.get(found) if found in offered and found != code else None


def _remembered() -> str | None:
    """What was chosen at this very table: with somebody else another language is read. None where nothing was."""
    table, _, found = (kept(BESIDE) or "").partition(".")
    return found if table and table == _table() else None


def _table() -> str:
    """Which meeting's page this is, in as few letters as tell it from another one; empty for any other page."""
    meeting = (request.view_args or {}).get("meeting") if request.blueprint == AT_THE_TABLE else None
    return meeting.hex[:8] if meeting else ""


def _plain(tag: str | None) -> str | None:
    """ "en-GB" asks for "en". An empty tag asks for nothing."""
    return tag.partition("-")[0].lower() if tag else None
