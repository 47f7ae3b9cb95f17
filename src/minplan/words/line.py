"""Rule: what stands on one line among others' words, as a name does, can be seen and turns nothing around it."""

import unicodedata

from minplan.words.check import fault

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # the direction of what follows
_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # called letters and signs, and drawn as nothing


def line_fault(text: str) -> str | None:
    """The code of the first thing that keeps a line from being stored, or None, also for an empty one.

    Codes: those of `fault`; `bad_character` also for what controls the text around it, and where nothing can be seen.
    """
    line = " ".join(text.split())
    code = fault(line)
    if code or not line:
        return code
    controls = any(char in _TURNS or unicodedata.category(char) == "Cc" for char in line)
    return "bad_character" if controls or not can_be_seen(line) else None


def letters(text: str) -> int:
    """How many letters and digits there are: blanks, signs and what nobody can see say nothing."""
    return sum(char.isalnum() and char not in _EMPTY for char in text)


def can_be_seen(text: str) -> bool:
    """Whether there is anything to read: a letter, a digit or a sign, and not only what is drawn as nothing."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in _EMPTY for char in text)
