"""What a language is called, also one that the site does not speak."""

from functools import lru_cache

from minplan.language.languages import get, known


@lru_cache(maxsize=256)
def native_name(code: str) -> str:
    """The language's own name for itself; the code where nobody has written it down."""
    if known(code):
        return get(code).name
    return _called(code) or code


@lru_cache(maxsize=256)
def name_in(code: str, reader: str) -> str:
    """What a language is called in the language `reader`; the code where nobody has written it down."""
    return _called(code, get(reader).locale) or code


def _called(code: str, reader: str | None = None) -> str | None:
    from babel import Locale, UnknownLocaleError  # its data is large, and most forms never need it

    try:
        return Locale.parse(code, sep="-").get_display_name(reader)
    except (UnknownLocaleError, ValueError):
        return None
