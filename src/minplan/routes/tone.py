"""The tone check: kinder ways for words that press or shame, while a professional writes. Nothing is ever stopped."""

from dataclasses import dataclass
from itertools import chain

from flask import Blueprint, render_template, request

from minplan import content
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

bp = Blueprint("tone", __name__)

OWN_WORDS = (
    *("title", "why", "learned", "because", "text", "milestone"),
    *("gives", "promises_not", "takes", "afterwards", "new", "money", "what"),
)
MOST = 3  # more advice than that is a lecture
WHY = 90  # signs: a why that is longer is read by nobody under a title


@dataclass(frozen=True, slots=True)
class Advice:
    """A word that was written, and a kinder way, in the language of the writer."""

    word: str
    kinder: str


@bp.post("/tone")
@allows("contact", "team", "administrator")
def listen() -> str:
    """The fragment with advice about everything that stands in the form."""
    return render_template("desk/_hints.html", hints=_advice("\n".join(request.form.values())))


def written_in() -> str:
    """The language of the words in the form under way."""
    return request.form.get("lang") or reader().language.code


def hints_for(text: str, lang: str) -> tuple[Advice, ...]:
    """Advice about a professional's own text; none for a language without a list."""
    found = content.pressure_in(text, lang)[:MOST]
    return tuple(Advice(hint.word, content.kinder(hint, reader().translator)) for hint in found)


def heard(sentence: str) -> str:
    """`sentence`, with the advice about a professional's own words in the form just saved. A citizen gets none."""
    if visitor().kind == "citizen":
        return sentence
    return _told(sentence, _advice("\n".join(request.form.get(name, "") for name in OWN_WORDS)))


def heard_all(sentence: str) -> str:
    """The same, about everything that stands in the form."""
    return _told(sentence, _advice("\n".join(request.form.values())))


def said(sentence: str, text: str, lang: str) -> str:
    """What the page says after saving `text`, with the advice for whoever writes without JavaScript."""
    return _told(sentence, hints_for(text, lang))


def _advice(text: str) -> tuple[Advice, ...]:
    """Advice about the form under way: first of all, a why that is none."""
    lang = written_in()
    whys = [value for name, value in request.form.items() if name.rstrip("1234") in ("why", "why_")]
    return (*chain.from_iterable(_purpose(why, lang) for why in whys), *hints_for(text, lang))[:MOST]


def _purpose(why: str, lang: str) -> tuple[Advice, ...]:
    said = " ".join(why.split()).rstrip(".")
    if content.only_duty(why, lang):
        return (Advice(said, gettext("Skriv, hvad det skal være godt for.")),)
    if len(said) > WHY:
        return (Advice(f"{said[:40].rstrip()} …", gettext("Kort er nemmest at læse: højst 90 tegn.")),)
    return ()


def _told(sentence: str, hints: tuple[Advice, ...]) -> str:
    advice = [f"{gettext('Du har skrevet: %(word)s.', word=hint.word)} {hint.kinder}" for hint in hints]
    return " ".join([sentence, *advice])
