"""The translators' catalogue: gathers every text that needs translating into translations/<lang>/LC_MESSAGES.

Existing translations stay, what nobody says any more goes, and what lacks a translation is printed.
"""

import sys
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from minplan.content.library import phrases, topics
from minplan.content.wordlists import sentences
from minplan.language import SOURCE, offered
from minplan.language.messages import PACKAGE, Form, file

# `mark` names a text for translation where it is written down but not yet shown.
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "mark": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_SOURCES = [("templates/**", "jinja2.ext:babel_extract"), ("**.py", "python")]
# A template that cannot be read is an error here, not a page without translations.
_OPTIONS = {"templates/**": {"silent": "false"}}


def gather() -> Catalog:
    """Every message of templates, code and content, untranslated."""
    catalog = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(
        PACKAGE, _SOURCES, _OPTIONS, keywords=_KEYWORDS
    ):
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
    for sentence, text in sentences().items():
        _add(catalog, f"tone:{sentence}", text)


def _add(catalog: Catalog, context: str, many: str, one: str | None = None) -> None:
    catalog.add((one, many) if one else many, context=context)


def updated(text: str, gathered: Catalog) -> tuple[str, Catalog]:
    """A .po file's text with exactly the messages of `gathered`, translated as far as before, and what it holds.

    Its header stays as it is: the plural rule there is the language's own, which babel would write otherwise.
    """
    header, _, _ = text.partition("\n\n")
    catalog = read_po(BytesIO(text.encode()))
    for message in list(catalog):
        if message.id and message.id != _id(gathered, message):
            catalog.delete(message.id, message.context)
    for message in gathered:
        if message.id and message.id != _id(catalog, message):
            catalog.add(message.id, context=message.context)
    body = BytesIO()
    write_po(body, catalog, width=110, omit_header=True, sort_output=True, ignore_obsolete=True)
    return f"{header}\n\n{body.getvalue().decode().strip()}\n", catalog


def _id(catalog: Catalog, like: Message) -> Form | None:
    found = catalog.get(like.id, like.context)
    return found.id if found else None


def lacking(catalog: Catalog) -> list[str]:
    """The Danish texts that have no finished translation, with their context before them."""
    return [
        " · ".join(filter(None, [message.context, str(message.id)]))
        for message in catalog
        if message.id and (message.fuzzy or not _whole(message.string))
    ]


def _whole(string: Form | None) -> bool:
    return string is not None and bool(string) and all(string)


def main() -> int:
    """Bring every language up to date; the exit code says whether anything lacks a translation."""
    gathered, complete = gather(), True
    for language in offered():
        if language.code != SOURCE:
            path = file(language.code)
            text, catalog = updated(path.read_text("utf-8"), gathered)
            path.write_text(text, "utf-8")
            lacks = lacking(catalog)
            print(f"{language.code}: {len(catalog)} texts, {len(lacks)} lack a translation", *lacks, sep="\n  ")
            complete = complete and not lacks
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
