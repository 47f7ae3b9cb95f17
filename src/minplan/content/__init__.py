"""Content as data: phrases that everyone reads in their own language, and the words that we avoid."""

from minplan.content.agreeing import ReadyAgreement, ready_agreements
from minplan.content.consent_words import consent_part, department_name
from minplan.content.consenting import (
    ConsentItem,
    Paper,
    consent_items,
    consent_kinds,
    department_called,
    departments,
    papers,
)
from minplan.content.feeling import SHELVES, Feeling, feeling_help, feeling_word, feelings
from minplan.content.helping import HelpLine, HelpNumbers, help_complaint, help_numbers
from minplan.content.library import grouped, phrases, topics
from minplan.content.phrase import Phrase
from minplan.content.saying import Spoken, label, say, topic_name
from minplan.content.slots import check_slots
from minplan.content.wordlists import Hint, forbidden, forbidden_in, kinder, pressure_in

__all__ = [
    "SHELVES", "ConsentItem", "Feeling", "HelpLine", "HelpNumbers", "Hint", "Paper", "Phrase", "ReadyAgreement",
    "Spoken", "check_slots", "consent_items", "consent_kinds", "consent_part", "department_called",
    "department_name", "departments", "feeling_help", "feeling_word", "feelings", "forbidden", "forbidden_in",
    "grouped", "help_complaint", "help_numbers", "kinder", "label", "papers", "phrases", "pressure_in",
    "ready_agreements", "say", "topic_name", "topics",
]
