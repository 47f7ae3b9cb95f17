"""Rule: which texts can be kept. A fault is a code; the sentence for it stands in the templates."""

import re
from datetime import date

from minplan.config import MAILBOX

MAX_LENGTH = 2000

# Six digits and four, between them a hyphen, a dot, a slash, some spaces or nothing, standing alone: not part of a
# longer number or an id.
_HYPHEN = "[-\u2010\u2011\u2012\u2013]"
_SPACE = "[ \t\u00a0\u2000-\u200a\u202f]{0,3}"
_BETWEEN = rf"{_SPACE}(?:{_HYPHEN}|[./\u00b7\u2044\u2212])?{_SPACE}"
_ID_NUMBER = re.compile(
    rf"(?<![\w+])(?<!\w{_HYPHEN})(\d\d)(\d\d)(\d\d){_BETWEEN}\d{{4}}(?!\w)(?!{_HYPHEN}\w)"
)
# In a name that a system gave, whatever stands beside it but more digits, and whatever signs stand between: the
# same ones between day, month and year, for 2011-10-1234 is no day.
_SIGNS = r"[\W_]{0,3}"
_IN_A_NAME = re.compile(
    rf"(?<!\d)(?P<day>\d\d)(?P<sign>{_SIGNS})(?P<month>\d\d)(?P=sign)(?P<year>\d\d)(?:{_BETWEEN}|{_SIGNS})\d{{4}}(?!\d)"
)
_UUID = re.compile("(?<![0-9a-f])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE)


def fault(text: str) -> str | None:
    """The code of the first thing that keeps `text` from being stored, or None.

    Codes: `too_long` (over 2,000 characters), `bad_character` (U+0000 or a lone surrogate), `id_number`.
    """
    if len(text) > MAX_LENGTH:
        return "too_long"
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        return "bad_character"
    if has_id_number(text):
        return "id_number"
    return None


def is_mailbox(text: str) -> bool:
    """Whether this can be somebody's e-mail address: one that a letter can be sent to."""
    return re.fullmatch(MAILBOX, text) is not None


def has_id_number(text: str) -> bool:
    """Whether `text` holds a Danish civil registration number (CPR), also a replacement one (day plus 60)."""
    return any(_is_date(*map(int, match.groups())) for match in _ID_NUMBER.finditer(text))


def names_by_id_number(name: str) -> bool:
    """Whether what a system calls somebody or something could hold an id number, also between letters. A UUID in it is
    none, whatever its digits are and whatever number follows it.

    Words that people write have room for other numbers, and are asked by `has_id_number`.
    """
    rest = _UUID.sub("x", name)
    return any(_is_date(*map(int, match.group("day", "month", "year"))) for match in _IN_A_NAME.finditer(rest))


def without_id_numbers(text: str) -> str:
    """The text as it can be shown again to whoever wrote it: "…" stands in the place of each id number."""
    return _ID_NUMBER.sub(lambda match: "…" if _is_date(*map(int, match.groups())) else match[0], text)


def _is_date(day: int, month: int, year: int) -> bool:
    # The century is not in the number: a leap day counts when either century has it.
    for century in (1900, 2000):
        try:
            date(century + year, month, day - 60 if day > 60 else day)
        except ValueError:
            continue
        return True
    return False
