"""Rights: what a citizen can expect, what there is to choose, and how they say that they disagree."""

from minplan.rights.box import benefit_of, box, by_when, here, one
from minplan.rights.deadlines import due
from minplan.rights.moments import moment_of
from minplan.rights.searching import find
from minplan.rights.situations import SITUATIONS, Situation, about

__all__ = [
    "SITUATIONS", "Situation", "about", "benefit_of", "box", "by_when", "due", "find", "here", "moment_of", "one",
]  # fmt: skip
