"""Rights: what a citizen can expect, what there is to choose, and how they say that they disagree."""

from minplan.rights.box import benefit_of, box, here

__all__ = ["benefit_of", "box", "here"]
