"""Which rights stand nearest, for every benefit and every moment: never more than three."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from minplan.content.choosing_rights import at_moment, shown_rights
from minplan.content.municipal import newest_review
from minplan.content.overlay import Municipal
from minplan.content.publishing import Standing, standing
from minplan.content.right import MOMENTS, Right
from minplan.content.rights_shelf import RightsShelf, shelf_of

NOBODY_KNOWS = "-"  # of somebody whose benefit is not known


def stands(right: Right, own: Municipal, day: date, signed_only: bool) -> Standing:
    """How a record stands on a day, by what a municipality has signed."""
    review = newest_review(own, right, day)
    return standing(right, day, review.on if review else None, signed_only)


def codes_on(shelf: RightsShelf, day: date) -> list[str]:
    """The codes that somebody can live on that day."""
    every = shelf.benefits.values()
    return [each.id for each in every if (each.valid_from or day) <= day <= (each.valid_to or day)]


def matrix(own: Municipal, day: date, signed_only: bool = False) -> Iterator[tuple[str, str, list[str]]]:
    """Benefit, moment, and the ids that are shown: first of everybody, then benefit by benefit."""
    shelf, how = shelf_of(own, day), partial(stands, own=own, day=day, signed_only=signed_only)
    for code in (None, *codes_on(shelf, day)):
        box = shown_rights(shelf.rights.values(), how, code, shelf.benefits)
        for moment in MOMENTS:
            yield code or NOBODY_KNOWS, moment, [each.right.id for each in at_moment(box, moment)]
