"""The booklet: the plan in the hand, folded, in the citizen's language or with Danish beside it."""

from minplan.booklet.making import FORMATS, make
from minplan.booklet.reading import read
from minplan.booklet.shape import PARTS, USUAL, Booklet

__all__ = ["FORMATS", "PARTS", "USUAL", "Booklet", "make", "read"]
