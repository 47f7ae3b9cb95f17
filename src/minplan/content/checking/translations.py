"""Rule: what a record lacks in another language, and which word of the law stands there without its Danish."""

import re
from collections.abc import Iterable, Iterator

from minplan.content.overlay.rights import Placed
from minplan.content.right import LegalWord, Right
from minplan.language.messages import Messages


def theirs(right: Right, lang: str, messages: Messages) -> dict[str, str]:
    """Every text of a record that there is in a language, by its part."""
    own = right.own.get(lang, {})
    told, texts = right.told().items(), messages.texts
    every = {part: own.get(part) or texts.get((right.context(part), text)) for part, text in told}
    return {part: said for part, said in every.items() if said}


def lacking(placed: Placed, lang: str, messages: Messages) -> Iterator[str]:
    """That parts of a record are not there in a language."""
    missing = [part for part in placed.right.told() if part not in theirs(placed.right, lang, messages)]
    if missing:
        yield f"{lang}: no {', '.join(missing)}"


def without_danish(placed: Placed, lang: str, messages: Messages, legal: Iterable[LegalWord]) -> Iterator[str]:
    """That a word of the law in the Danish text does not stand beside its translation: in brackets, or as it is."""
    said = theirs(placed.right, lang, messages)
    danish = " ".join(text for part, text in placed.right.told().items() if part in said and part != "keywords")
    there = " ".join(text for part, text in said.items() if part != "keywords")
    missing = [each.word for each in legal if _stands(each, danish) and not _stands(each, there, r"\w*")]
    if missing:
        yield f"{lang}: without its Danish: {', '.join(missing)}"


def _stands(word: LegalWord, text: str, before: str = "") -> bool:
    """Whether it stands there, alone or after `before`: beside a translation, a compound that ends in it will do."""
    forms = "|".join(re.escape(each) for each in (word.word, *word.forms))
    return re.search(rf"(?<!\w){before}(?:{forms})(?!\w)", text, re.IGNORECASE) is not None
