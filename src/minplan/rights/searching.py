"""Rule: finding by own words, in any language. Case, accents, other ways to write a letter and parts of words do not
matter, and a slip of the finger is forgiven where nothing else is found."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import chain
from math import log2

from minplan.content import Finding

# What is written in two ways, as it is compared: Danish, German, and Arabic as phones write it.
_SAME = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "ى": "ي", "ة": "ه", "ـ": None})
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|ال|لل)(?=.{3})")
_WORD = re.compile(r"[^\W_]+")
WORDS, LETTERS = 12, 40  # of what was typed: more than that finds nothing more
KEYWORD, NAME, SAID = 6.0, 3.0, 1.0  # what a word is worth in each of the three texts of a right
PART, MEANT = 0.4, 0.8  # of it, for a part of a word, and for another word that leads there
STEM = 5  # letters that have to be the same, where the ends of two words differ
Texts = tuple[set[str], set[str], set[str]]  # the words of the keywords, of the name, and of what it says


@dataclass(frozen=True, slots=True)
class Hints:
    """`stop` are words that say nothing of what is looked for, `means` the keywords that a word leads to; folded."""

    stop: frozenset[str] = frozenset()
    means: Mapping[str, frozenset[str]] = field(default_factory=dict)


def hints(lists: Iterable[Finding]) -> Hints:
    """What the lists of some languages say together."""
    means: dict[str, set[str]] = {}
    stop: set[str] = set()
    for each in lists:
        stop.update(*map(folded, each.stop))
        for key, words in each.means.items():
            for word in chain.from_iterable(map(folded, words)):
                means.setdefault(word, set()).update(folded(key))
    return Hints(frozenset(stop), {word: frozenset(keys) for word, keys in means.items()})


def folded(text: str) -> list[str]:
    """The words of a text as they are compared."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_SAME)
    bare = "".join(char for char in unicodedata.normalize("NFKD", plain) if unicodedata.category(char) != "Mn")
    return [_ARTICLE.sub("", word) for word in _WORD.findall(bare)]


def find(asked: str, shelf: Mapping[str, tuple[str, str, str]], hints: Hints, most: int = 12) -> list[str]:
    """The ids whose keywords, name or text have words of `asked`, the best first.

    A word that many have says less than one that few have.
    """
    texts: dict[str, Texts] = {key: (_set(keys), _set(name), _set(said)) for key, (keys, name, said) in shelf.items()}
    points: dict[str, float] = {}
    for word in _asked(asked, hints):
        for key, worth in (_found(word, texts, hints) or _near(word, texts, hints)).items():
            points[key] = points.get(key, 0.0) + worth
    order = {key: place for place, key in enumerate(shelf)}
    return sorted(points, key=lambda key: (-points[key], order[key]))[:most]


def _set(text: str) -> set[str]:
    return set(folded(text))


def _asked(asked: str, hints: Hints) -> list[str]:
    """The words that say what is looked for; all of them where none does."""
    words = list(dict.fromkeys(word[:LETTERS] for word in folded(asked)[:WORDS]))
    return [word for word in words if word not in hints.stop] or words


def _found(word: str, texts: Mapping[str, Texts], hints: Hints) -> dict[str, float]:
    """How much each id has of a word, or of one that it leads to."""
    meant = hints.means.get(word, frozenset()) - {word}
    worth = {
        key: max([_worth(word, text), *(MEANT * _worth(other, text) for other in meant)]) for key, text in texts.items()
    }
    having = {key: each for key, each in worth.items() if each}
    return {key: each / (1 + log2(len(having))) for key, each in having.items()}


def _near(word: str, texts: Mapping[str, Texts], hints: Hints) -> dict[str, float]:
    """The same for the words that somebody may have meant, where theirs stands nowhere."""
    known = {other for text in texts.values() for part in text for other in part} | hints.means.keys()
    long = sorted(other for other in known if len(other) > 3)
    found: dict[str, float] = {}
    for other in get_close_matches(word, long, n=2, cutoff=0.75) if len(word) > 3 else []:
        found |= {key: max(found.get(key, 0.0), worth) for key, worth in _found(other, texts, hints).items()}
    return found


def _worth(word: str, text: Texts) -> float:
    return max(_has(word, words) * worth for words, worth in zip(text, (KEYWORD, NAME, SAID), strict=True))


def _has(word: str, words: set[str]) -> float:
    if word in words:
        return 1.0
    return PART if any(_alike(word, other) for other in words) else 0.0


def _alike(word: str, other: str) -> bool:
    """Whether one is a part of the other, or both begin alike; a short word has to be whole."""
    if min(len(word), len(other)) < 3:
        return False
    if word in other or (len(other) > STEM and other in word):
        return True
    return len(word) > STEM and word[:STEM] == other[:STEM]
