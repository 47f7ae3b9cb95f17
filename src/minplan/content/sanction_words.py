"""Rule: whether words say that somebody's money may get less or stop, which is heard in many turns of phrase."""

import re
from functools import cache

from minplan.content.library import read
from minplan.language import known

NEAR = 8  # words between the money and its loss: further apart they are hardly about each other
# Arabic writes "and", "in", "to", "as", "will" and the article together with the word that follows.
_BEFORE = {"ar": r"[وف]?(?:[بك]?ال|لل|[بلكس])?"}
_ONE = str.maketrans("أإآىة", "ااايه", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
_SENTENCE = re.compile(r"[!?؟؛;\n]|(?<!kr)(?<!pr)(?<!\d)\.(?!\d)")
_WORD = re.compile(r"\w++")


def tells_of_sanction(text: str, lang: str) -> bool:
    """Whether a text says that somebody's money may get less or stop; False for a language without a list."""
    if not known(lang):
        return False  # a form may name any language at all; only those that the product speaks are names of files
    patterns = _patterns(lang)
    return patterns is not None and any(_is_heard(each, *patterns) for each in _SENTENCE.split(_plain(text)))


def _is_heard(sentence: str, heard: re.Pattern[str], harmless: re.Pattern[str]) -> bool:
    return bool(heard.search(harmless.sub("…", " ".join(_WORD.findall(sentence)))))


def _plain(text: str) -> str:
    return text.casefold().translate(_ONE)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What is heard in a language, and what only sounds like it; None for a language without a list."""
    try:
        lists = read(f"sanctions/{lang}.toml")
    except FileNotFoundError:
        return None
    before = _BEFORE.get(lang, "")
    money = _any(lists["money"], before)
    loss, alone, harmless = (_any(lists[name], before, money) for name in ("loss", "alone", "harmless"))
    between = rf"(?: \w++){{0,{NEAR}}}? "
    heard = f"{alone}|{money}{between}{loss}|{loss}{between}{money}"
    return _whole(heard), _whole(harmless)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def _any(entries: list[str], before: str, money: str = "") -> str:
    return f"(?:{'|'.join(_phrase(entry, before, money) for entry in entries)})"


def _phrase(entry: str, before: str, money: str) -> str:
    """`*` ends a word in any way, `$` is a word for money, `…` up to three words, `^` the first of a sentence."""
    parts = {"$": money, "^": "^"}
    words = _plain(entry).split()
    found = " ".join(parts.get(word) or re.escape(word).replace(r"\*", r"\w*+") for word in words)
    return before + found.replace("^ ", "^").replace(" … ", r" (?:\w++ ){0,3}?")
