"""Ready sentences about one's rights: each can be read aloud, shown large, and leads to the door where it is done."""

from dataclasses import dataclass

from flask import render_template

from minplan import content, language, rights
from minplan.content import Phrase
from minplan.errors import NotFound
from minplan.language import SOURCE, Language
from minplan.routes.languages import reader
from minplan.routes.marks import open_to_all
from minplan.routes.pickers import phrase_label
from minplan.routes.rights.blueprint import bp
from minplan.routes.rights.page import frame, my_plan

_ICONS = {
    "access": "papers",
    "reasons": "reasons",
    "complaint": "scales",
    "correction": "pen",
    "insight": "eye",
    "log": "lock",
    "talk": "talk",
    "companion": "companion",
    "an_interpreter": "voice",
    "interpreter": "voice",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the last part of its phrase's id, its drawing, the door behind it, and its words, Danish first."""

    id: str
    icon: str
    door: str
    said: tuple[tuple[Language, str], ...]


@bp.get("/sentences")
@open_to_all
def sentences() -> str:
    found = [sentence_of(phrase) for phrase in content.phrases("ask").values()]
    return render_template("rights/sentences.html", sentences=found, **frame(my_plan()))


@bp.get("/sentences/<sentence>")
@open_to_all
def one_sentence(sentence: str) -> str:
    phrase = content.phrases("ask").get(f"ask.{sentence}")
    if phrase is None:
        raise NotFound
    shown = sentence_of(phrase)
    return render_template(
        "rights/sentence.html", sentence=shown, sends=shown.door in rights.DISPATCHES, **frame(my_plan())
    )


@bp.app_template_global()
def ask_sentences(ids: tuple[str, ...]) -> list[tuple[str, str]]:
    """Ready sentences by the ids of their phrases: the name in an address, and what this reader reads."""
    return [(each.partition(".")[2], phrase_label(content.phrases("ask")[each])) for each in ids]


@bp.app_template_global()
def ask_icon(door: str) -> str:
    """The drawing of what is behind a door."""
    return _ICONS[door]


@bp.app_template_global()
def ask_door(kind: str) -> str:
    """The name in an address of the sentence that every letter of this kind says."""
    return content.grouped("ask")[kind][0].id.partition(".")[2]


def sentence_of(phrase: Phrase) -> Sentence:
    """A phrase as it is shown to this reader, and to whoever it is said to."""
    read = dict.fromkeys((SOURCE, reader().language.code))
    said = tuple((language.get(code), content.label(phrase, language.translator(code))) for code in read)
    return Sentence(phrase.id.partition(".")[2], _ICONS[phrase.group], phrase.group, said)
