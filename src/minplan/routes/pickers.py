"""What forms and the history need in the reader's words: phrases, topics, languages to write in, kept days."""

from datetime import date, datetime

from flask import Flask

from minplan import clock, content, language
from minplan.config import Settings
from minplan.content import Phrase
from minplan.routes.languages import day, moment, reader
from minplan.words import without_id_numbers


def install(app: Flask) -> None:
    """Give templates these words."""
    found: Settings = app.extensions["minplan"]

    def written_languages(citizen: str | None = None) -> list[str]:
        """The languages that somebody here may write in: the site's, and the citizen's own."""
        return list(dict.fromkeys((reader().language.code, *([citizen] if citizen else []), *found.languages)))

    app.jinja_env.globals.update(
        phrase_label=phrase_label,
        ready_sentences=ready_sentences,
        topic_options=topic_options,
        written_languages=written_languages,
        native_name=language.native_name,
        day_of=day_of,
    )
    app.jinja_env.filters["without_id_numbers"] = without_id_numbers


def phrase_label(phrase: Phrase) -> str:
    """A phrase as a picker shows it."""
    return content.label(phrase, reader().translator)


def ready_sentences(kind: str) -> dict[str, list[tuple[str, str]]]:
    """The phrases of a kind that need nothing filled in, by group: id and what the reader reads."""
    groups = content.grouped(kind).items()
    return {group: [(each.id, phrase_label(each)) for each in members if not each.slots] for group, members in groups}


def topic_options() -> list[tuple[str, str]]:
    """The topics of a phrase: id and name."""
    return [(topic, content.topic_name(topic, reader().translator)) for topic in content.topics()]


def day_of(kept: str) -> str:
    """A day or a time as the journal keeps it, in the reader's words."""
    if len(kept) == len("2026-12-03"):
        return day(date.fromisoformat(kept))
    return moment(clock.local(datetime.fromisoformat(kept)))
