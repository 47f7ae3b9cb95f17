"""Rule: how easily a Danish text reads. LIX is words per sentence plus the share of words longer than six letters."""

import re
from collections.abc import Iterable, Iterator
from string import punctuation

LONGEST = 20  # words of a sentence
HIGHEST = 30  # LIX of what is said at one moment

# A full stop within "stk. 1", "kl. 10" or "nr. 9533" ends no sentence.
_SHORT = re.compile(r"\b(stk|nr|kl|kap|pkt|art|ca|jf|fx|bl\.a|f\.eks|osv|mv|m\.v|dvs)\.", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?])[\"”«)]*\s+")
_AROUND = punctuation + "…”“»«–"


def sentences(text: str) -> list[str]:
    """The sentences of a text, as they stand there."""
    held = _SHORT.sub(lambda found: found[0].replace(".", "\0"), " ".join(text.split()))
    return [each.replace("\0", ".") for each in _END.split(held) if words(each)]


def words(text: str) -> list[str]:
    """The words of a text without the signs around them; a sign alone is none."""
    return [word for word in (each.strip(_AROUND + "\0") for each in text.split()) if re.search(r"\w", word)]


def lix(texts: Iterable[str]) -> float:
    """The LIX of texts taken together; 0 of none."""
    every = [sentence for text in texts for sentence in sentences(text)]
    said = [word for sentence in every for word in words(sentence)]
    return len(said) / len(every) + 100 * sum(len(word) > 6 for word in said) / len(said) if said else 0.0


def too_long(texts: Iterable[str], longest: int = LONGEST) -> Iterator[str]:
    """The sentences with more than so many words."""
    return (each for text in texts for each in sentences(text) if len(words(each)) > longest)
