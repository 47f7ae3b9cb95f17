"""Rights: what a citizen can expect, what there is to choose, and how they say that they disagree."""

from minplan.rights.box import benefit_of, box, by_when, here
from minplan.rights.deadlines import due

__all__ = ["benefit_of", "box", "by_when", "due", "here"]
