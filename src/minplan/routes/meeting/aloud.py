"""Sentences on cards, in each language that is read at the table: those to say, and the questions to ask first."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask import current_app

from minplan import content, language
from minplan.content import Phrase
from minplan.language import SOURCE, Language
from minplan.routes.languages import reader
from minplan.routes.meeting.blueprint import bp

GROUPS = ("now", "understand", "mean", "feel")


@dataclass(frozen=True, slots=True)
class Card:
    """One sentence: its id, the name of its drawing, and its words by language, Danish first."""

    id: str
    name: str
    said: tuple[tuple[Language, str], ...]


def languages(*theirs: str) -> tuple[Language, ...]:
    """What is read at this table: Danish, the languages `theirs`, and the reader's; only those of the site."""
    found = reader()
    codes = dict.fromkeys((SOURCE, *theirs, found.language.code))
    return tuple(language.get(code) for code in codes if code in current_app.extensions["minplan"].languages)


def every(read: tuple[Language, ...]) -> list[tuple[str, list[Card]]]:
    """All that can be said, by group."""
    return [(group, [_card(each, read) for each in content.grouped("aloud")[group]]) for group in GROUPS]


def one(sentence: str, read: tuple[Language, ...]) -> Card | None:
    """The card of a sentence; None for one that is not there."""
    found = content.phrases("aloud").get(sentence)
    return _card(found, read) if found else None


@bp.app_template_global("aloud_card")
def aloud_card(sentence: str | None, theirs: str = SOURCE) -> Card | None:
    """What somebody holds up, as this reader reads it beside whoever speaks `theirs`; None for nothing."""
    return one(sentence, languages(theirs)) if sentence else None


@bp.app_template_global("aloud_cards")
def aloud_cards(names: Iterable[str], theirs: str) -> list[Card]:
    """The cards of these names."""
    found = (one(f"aloud.{name}", languages(theirs)) for name in names)
    return [card for card in found if card]


@bp.app_template_global("human_questions")
def human_questions(meeting: UUID, theirs: str) -> list[Card]:
    """Three questions to the person, one of each group; another meeting draws others."""
    read = languages(theirs)
    groups = content.grouped("human").values()
    return [_card(group[meeting.int // 3**place % len(group)], read) for place, group in enumerate(groups)]


def _card(phrase: Phrase, read: tuple[Language, ...]) -> Card:
    said = tuple((each, content.label(phrase, language.translator(each.code))) for each in read)
    return Card(phrase.id, phrase.id.partition(".")[2], said)
