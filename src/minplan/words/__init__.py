"""Words: what somebody said, kept verbatim, or a phrase that everyone reads in their own language."""

from minplan.words.beside import beside, words_of
from minplan.words.check import (
    MAX_LENGTH,
    fault,
    has_id_number,
    is_mailbox,
    names_by_id_number,
    without_id_numbers,
)
from minplan.words.line import can_be_seen, letters, line_fault
from minplan.words.merge import joined
from minplan.words.shape import ERASED, NewText, Words, names_language
from minplan.words.text import Text, erase, write

__all__ = [
    "ERASED",
    "MAX_LENGTH",
    "NewText",
    "Text",
    "Words",
    "beside",
    "can_be_seen",
    "erase",
    "fault",
    "has_id_number",
    "joined",
    "letters",
    "line_fault",
    "names_by_id_number",
    "names_language",
    "is_mailbox",
    "without_id_numbers",
    "words_of",
    "write",
]
