"""Rule: finding by own words, in any language. Case, accents, other ways to write a letter and parts of words do not
matter, and a slip of the finger is forgiven where nothing else is found."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

# What is written in two ways, as it is compared: Danish, German, and Arabic as phones write it.
_SAME = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "ى": "ي", "ة": "ه", "ـ": None})
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|ال|لل)(?=.{3})")
_WORD = re.compile(r"[^\W_]+")
WORDS, LETTERS = 12, 40  # of what was typed: more than that finds nothing more
NEAR, FAR = 4.0, 1.0
STEM = 5  # letters that have to be the same, where the ends of two words differ
Both = tuple[set[str], set[str]]  # the words of the near text and of the far one


def folded(text: str) -> list[str]:
    """The words of a text as they are compared."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_SAME)
    bare = "".join(char for char in unicodedata.normalize("NFKD", plain) if unicodedata.category(char) != "Mn")
    return [_ARTICLE.sub("", word) for word in _WORD.findall(bare)]


def find(asked: str, shelf: Mapping[str, tuple[str, str]], most: int = 12) -> list[str]:
    """The ids whose near text (name, keywords) or far text (what it says) has words of `asked`, the best first.

    A word that many have says less than one that few have.
    """
    texts = {key: (set(folded(near)), set(folded(far))) for key, (near, far) in shelf.items()}
    points: dict[str, float] = {}
    for word in dict.fromkeys(word[:LETTERS] for word in folded(asked)[:WORDS]):
        for key, said in (_found([word], texts) or _found(_meant(word, texts), texts)).items():
            points[key] = points.get(key, 0.0) + said
    order = list(shelf)
    return sorted(points, key=lambda key: (-points[key], order.index(key)))[:most]


def _found(words: list[str], texts: Mapping[str, Both]) -> dict[str, float]:
    """How much each id has of any of these words."""
    found = {key: max((_weight(word, both) for word in words), default=0.0) for key, both in texts.items()}
    having = {key: weight for key, weight in found.items() if weight}
    return {key: weight / len(having) for key, weight in having.items()}


def _weight(word: str, both: Both) -> float:
    near, far = both
    if any(_same(word, other) for other in near):
        return NEAR
    return FAR if any(_same(word, other) for other in far) else 0.0


def _same(word: str, other: str) -> bool:
    """Whether one is a part of the other, or both begin alike; a short word has to be whole."""
    if min(len(word), len(other)) < 3:
        return word == other
    if word in other or (len(other) > STEM and other in word):
        return True
    return len(word) > STEM and word[:STEM] == other[:STEM]


def _meant(word: str, texts: Mapping[str, Both]) -> list[str]:
    """The words that somebody may have meant, where theirs stands nowhere."""
    known = sorted({other for both in texts.values() for part in both for other in part if len(other) > 3})
    return get_close_matches(word, known, n=2, cutoff=0.75) if len(word) > 3 else []
