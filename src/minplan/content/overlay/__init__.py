"""What a municipality adds: its own records, who signed them, its answer deadlines, contacts and texts."""

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.nouns import AnswerDeadline, Contact, Municipal, Review
from minplan.content.overlay.print import print_of
from minplan.content.overlay.rights import Placed

__all__ = ["AnswerDeadline", "Contact", "Fault", "Municipal", "Placed", "Review", "print_of"]
