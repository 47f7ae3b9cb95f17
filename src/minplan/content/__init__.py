"""Content as data: phrases that everyone reads in their own language, and the words that we avoid."""

from minplan.content.agreeing import ReadyAgreement, ready_agreements
from minplan.content.choosing_rights import ShownRight, at_moment, shown_rights
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
from minplan.content.finding_words import Finding, finding
from minplan.content.helping import HelpLine, HelpNumbers, help_complaint, help_numbers
from minplan.content.lettering import LetterKind, letter_kinds
from minplan.content.library import grouped, phrases, topics
from minplan.content.municipal import answer_deadlines, contact, own_text, review_of
from minplan.content.offer import INTERESTS, OFFER_PARTS, Offer, read_offers
from minplan.content.offer_kinds import is_talk, offer_kind
from minplan.content.offers import every_offer, offers
from minplan.content.overlay import AnswerDeadline, Contact, Review, print_of
from minplan.content.phrase import Phrase
from minplan.content.publishing import Standing, good_until, standing
from minplan.content.right import MOMENTS, Benefit, Deadline, LegalWord, Right
from minplan.content.rights_shelf import legal_words, rights_shelf
from minplan.content.sanction_words import tells_of_sanction
from minplan.content.saying import Spoken, label, say, topic_name
from minplan.content.slots import check_slots
from minplan.content.welcoming import Told, welcome
from minplan.content.who_helps import Elsewhere, HelpTopic, WhoHelps, who_helps
from minplan.content.wordlists import Hint, forbidden, forbidden_in, kinder, only_duty, pressure_in

__all__ = [
    "INTERESTS", "MOMENTS", "OFFER_PARTS", "SHELVES", "AnswerDeadline", "Benefit", "ConsentItem", "Contact",
    "Deadline", "Elsewhere", "Feeling", "Finding", "HelpLine", "HelpNumbers", "HelpTopic", "Hint", "LegalWord",
    "LetterKind", "Offer", "Paper", "Phrase", "ReadyAgreement", "Review", "Right", "ShownRight", "Spoken", "Standing",
    "Told", "WhoHelps", "answer_deadlines", "at_moment", "check_slots", "consent_items", "consent_kinds",
    "consent_part", "contact", "department_called", "department_name", "departments", "every_offer", "feeling_help",
    "feeling_word", "feelings", "finding", "forbidden", "forbidden_in", "good_until", "grouped", "help_complaint",
    "help_numbers", "is_talk", "kinder", "label", "legal_words", "letter_kinds", "offer_kind", "offers", "only_duty",
    "own_text", "papers", "phrases", "pressure_in", "print_of", "read_offers", "ready_agreements", "review_of",
    "rights_shelf", "say", "shown_rights", "standing", "tells_of_sanction", "topic_name", "topics", "welcome",
    "who_helps",
]  # fmt: skip
