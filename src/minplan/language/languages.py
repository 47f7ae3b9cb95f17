"""The languages that the product speaks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from minplan.config import ConfigError

SOURCE = "da"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its own `name` in its own script, its `direction`, and how far its translation has come.

    `status` is shown to the reader: `draft` means that no native reader has reviewed the translation yet.
    `locale` is where the names of days and months are found; `short_day`, `with_year`, `day` and `moment` are
    patterns, each put into the `{}` of the next one.
    """

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    status: Literal["source", "draft", "reviewed", "tested"]
    locale: str
    short_day: str
    with_year: str
    day: str
    moment: str
    frame: str = "{}"


LANGUAGES = {
    language.code: language
    for language in (
        Language("da", "Dansk", "ltr", "source", "da", "'den' d. MMMM", "{} y", "EEEE {}", "{} 'kl.' HH.mm"),
        Language("en", "English", "ltr", "draft", "en_GB", "d MMMM", "{} y", "EEEE {}", "{} 'at' HH:mm"),
        Language("ar", "العربية", "rtl", "draft", "ar", "d MMMM", "{} y", "EEEE {}", "{} 'الساعة' HH:mm"),
        # The pseudo-language frames every translated string, so that tests see what is not translatable.
        Language("xx", "Pseudo", "ltr", "draft", "da", "'den' d. MMMM", "{} y", "EEEE {}", "{} 'kl.' HH.mm", "⟦{}⟧"),
    )
}


def get(code: str) -> Language:
    """The language with this code. KeyError if there is none; ask `known` first where a person chose it."""
    return LANGUAGES[code]


def known(code: str) -> bool:
    return code in LANGUAGES


def check(codes: Iterable[str]) -> None:
    """Raise ConfigError where the site's configuration names a language that the product does not have."""
    lacking = [code for code in codes if not known(code)]
    if lacking:
        raise ConfigError(f"MINPLAN_LANGUAGES names {lacking[0]}, a language that minplan does not have.")


def offered(codes: Iterable[str] = ("da", "en", "ar")) -> tuple[Language, ...]:
    """The languages that a reader may choose between, in the order given by the site's configuration."""
    return tuple(LANGUAGES[code] for code in codes)
