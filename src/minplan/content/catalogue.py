"""The translators' catalogue: gathers every text that needs translating into translations/<lang>/LC_MESSAGES.

Existing translations stay, what nobody says any more goes, and what lacks a translation is printed.
"""

import sys
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from minplan.content.sources import gather
from minplan.language import SOURCE, offered
from minplan.language.messages import Form, file


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
