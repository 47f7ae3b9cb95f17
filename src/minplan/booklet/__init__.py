"""The booklet: the plan in the hand, folded, in the citizen's language or with Danish beside it."""

from minplan.booklet.cards import feeling_cards
from minplan.booklet.closed import minutes, minutes_leaf
from minplan.booklet.making import FORMATS, LEAVES, PAGES, leaf, make, picture
from minplan.booklet.read import blank, fill
from minplan.booklet.shape import PARTS, USUAL, Booklet

__all__ = [
    "FORMATS", "LEAVES", "PAGES", "PARTS", "USUAL", "Booklet", "blank", "feeling_cards", "fill", "leaf", "make",
    "minutes", "minutes_leaf", "picture",
]  # fmt: skip
