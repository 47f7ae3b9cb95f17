"""Where texts that need translating stand: templates, code and content."""

import ast
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from minplan.content.consenting import consent_items, consent_kinds, departments, papers
from minplan.content.feeling import feelings
from minplan.content.library import phrases, topics
from minplan.content.own_words import own_words
from minplan.content.packaged import packaged
from minplan.content.rights_shelf import legal_words
from minplan.content.wordlists import sentences
from minplan.language.messages import PACKAGE

# `mark` names a text for translation where it is written down but not yet shown.
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "both": None,
    "mark": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_SOURCES = [("templates/**", "jinja2.ext:babel_extract"), ("**.py", f"{__name__}:calls")]
_ITEM = ("title", "purpose", "parties", "data")
_KIND = ("name", "yes", "no", "law")
# A template that cannot be read is an error here, not a page without translations.
_OPTIONS = {"templates/**": {"silent": "false"}}


def calls(
    source: BinaryIO, keywords: Collection[str], _tags: Any, **_options: Any
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """The texts in calls of Python code. The key in `gettext(SAID["key"])` is none, though babel's reader takes it."""
    for node in ast.walk(ast.parse(source.read())):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in keywords:
                yield node.lineno, name, tuple(_text(argument) for argument in node.args), []


def _text(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def gather() -> Catalog:
    """Every message of templates, code and content, untranslated."""
    catalog = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(PACKAGE, _SOURCES, _OPTIONS, keywords=_KEYWORDS):
        catalog.add(message, context=context)
    # What the authority is called comes from the configuration; only its default is a word and not a name.
    catalog.add("kommunen")
    _add_content(catalog)
    return catalog


def _add_content(catalog: Catalog) -> None:
    for phrase in phrases().values():
        _add(catalog, phrase.context, phrase.text, phrase.text_one)
        if phrase.you:
            _add(catalog, f"{phrase.context}:you", phrase.you, phrase.you_one)
    for topic, name in topics().items():
        _add(catalog, f"topic:{topic}", name)
    for feeling in feelings().values():
        _add(catalog, feeling.context(), feeling.word)
        _add(catalog, feeling.context("help"), feeling.help)
    for sentence, text in sentences().items():
        _add(catalog, f"tone:{sentence}", text)
    for department, name in departments().items():
        _add(catalog, f"department:{department}", name)
    _add_rights(catalog)
    for shelf, parts in ((consent_items(), _ITEM), (consent_kinds(), _KIND), (papers(), ("name", "text"))):
        for each in shelf.values():
            for part in parts:
                _add(catalog, each.context(part), getattr(each, part))


def _add_rights(catalog: Catalog) -> None:
    for placed in packaged().rights:
        for part, text in placed.right.told().items():
            _add(catalog, placed.right.context(part), text)
    for each in packaged().benefits:
        _add(catalog, each.benefit.context, each.benefit.name)
    for context, text in own_words().items():
        _add(catalog, context, text)
    for word in legal_words().values():
        _add(catalog, word.context("name"), word.word)


def _add(catalog: Catalog, context: str, many: str, one: str | None = None) -> None:
    catalog.add((one, many) if one else many, context=context)
