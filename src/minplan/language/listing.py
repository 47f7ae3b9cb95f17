"""Several words in one sentence: "bekymret, træt og bange", joined as each language joins them."""

from functools import lru_cache

from minplan.language.languages import get


@lru_cache(maxsize=256)
def listed(many: int, lang: str) -> str:
    """The pattern for so many in the language `lang`: "{0}, {1} og {2}"."""
    from babel.lists import format_list  # its data is large, and most pages never need it

    language = get(lang)
    return language.frame.format(format_list([f"{{{n}}}" for n in range(many)], locale=language.locale))
