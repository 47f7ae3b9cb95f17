"""What there is to say of the code list of benefits, and of the words of the law."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files

from minplan.content.checking.row import SOON, Row, row
from minplan.content.overlay.tables import parse, tables
from minplan.content.packaged import packaged
from minplan.content.rights_shelf import legal_words
from minplan.language.messages import Messages

_WORDS = "legal_words.toml"


def codes(day: date, languages: Mapping[str, Messages]) -> Iterator[Row]:
    """Which benefits are expected to be others by now, and what is not there in a language."""
    for placed in packaged().benefits:
        change = placed.benefit.expected_change
        if change and change < day + SOON:
            yield row("stale" if change <= day else "soon", placed.table.fault(f"expected to change on {change}"))
        for lang, messages in languages.items():
            if (placed.benefit.context, placed.benefit.name) not in messages.texts:
                yield row("missing", placed.table.fault(f"{lang}: no name"))
    yield from _words(languages)


def _words(languages: Mapping[str, Messages]) -> Iterator[Row]:
    text = (files("minplan.content") / _WORDS).read_text("utf-8")
    for table in tables(_WORDS, text, parse(_WORDS, text)[0], "word"):
        word = legal_words()[table.id]
        needed = {(word.context(), word.meaning), (word.context("name"), word.word)}
        for lang, messages in languages.items():
            if not needed <= messages.texts.keys():
                yield row("missing", table.fault(f"{lang}: no name or no meaning"))
