"""The booklet: the plan in the hand, folded, in the citizen's language or with Danish beside it."""

from minplan.booklet.cards import feeling_cards
from minplan.booklet.closed import minutes, minutes_leaf
from minplan.booklet.copied import MOST, STEPS, Copied, Landed, Part, Reach
from minplan.booklet.copying import copy, reach
from minplan.booklet.making import FORMATS, LEAVES, PAGES, leaf, make, picture
from minplan.booklet.read import blank, fill
from minplan.booklet.shape import PARTS, USUAL, Booklet
from minplan.booklet.takes import TAKES, on_pages

__all__ = [
    "FORMATS", "LEAVES", "MOST", "PAGES", "PARTS", "STEPS", "TAKES", "USUAL", "Booklet", "Copied", "Landed", "Part",
    "Reach", "blank", "copy", "feeling_cards", "fill", "leaf", "make", "minutes", "minutes_leaf", "on_pages",
    "picture", "reach",
]  # fmt: skip
