"""What a language calls itself, also one that the site does not speak."""

from functools import lru_cache

from minplan.language.languages import get, known


@lru_cache(maxsize=256)
def native_name(code: str) -> str:
    """The language's own name for itself; the code where nobody has written it down."""
    if known(code):
        return get(code).name
    from babel import Locale, UnknownLocaleError  # its data is large, and most forms never need it

    try:
        return str(Locale.parse(code, sep="-").get_display_name() or code)
    except (UnknownLocaleError, ValueError):
        return code
