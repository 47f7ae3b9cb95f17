"""The translated messages of one language, read from its .po file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
Key = str | tuple[str, str]
Form = str | tuple[str, ...] | list[str]


@dataclass(frozen=True, slots=True)
class Messages:
    """Texts and plural forms by message id, or by (context, message id); `form` says which plural a number takes."""

    texts: dict[Key, str] = field(default_factory=dict)
    plurals: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = lambda n: int(n != 1)


class Framed(dict[Key, str]):
    """The pseudo-language: every text is its own translation, in a frame."""

    def __init__(self, frame: str) -> None:
        self._frame = frame

    def get(self, _key: Key, text: str = "") -> str:  # type: ignore[override]
        return self._frame.format(text)


def folder() -> Path:
    """Where translations live: inside the package when installed, at the root of the repository otherwise."""
    packaged = PACKAGE / "translations"
    return packaged if packaged.is_dir() else PACKAGE.parents[1] / "translations"


def file(lang: str) -> Path:
    return folder() / lang / "LC_MESSAGES" / "messages.po"


def read(lang: str) -> Messages:
    """All finished translations into `lang`; what is untranslated or marked fuzzy is left out."""
    # Imported here: only the first text shown in a translated language pays for it.
    from babel.messages.pofile import read_po

    with file(lang).open("rb") as source:
        catalog = read_po(source, locale=lang)
    messages = Messages(form=c2py(catalog.plural_expr))
    for message in catalog:
        if message.id and message.string and not message.fuzzy:
            _keep(messages, message.context, message.id, message.string)
    return messages


def _keep(messages: Messages, context: str | None, ids: Form, string: Form) -> None:
    one = ids if isinstance(ids, str) else ids[0]
    key = (context, one) if context else one
    if isinstance(string, str):
        messages.texts[key] = string
    elif all(string):
        messages.plurals[key] = tuple(string)
