"""Verbs that read: what the citizen thinks of the offers, for themselves and for those who work with the plan."""

from typing import NamedTuple

from minplan import clock, content
from minplan.access import View
from minplan.content import Offer
from minplan.rights.toolbox import store


class LeaningView(NamedTuple):
    """An answer to an offer; `there` says whether somebody can still say yes to it."""

    offer: Offer
    answer: str
    there: bool


def leanings(view: View) -> tuple[LeaningView, ...]:
    """Every answer to an offer that is still known, in the order of the catalogue."""
    said, today = store.answers(view.connection, view.plan.id), clock.today()
    known = (offer for offer in content.every_offer() if offer.id in said)
    return tuple(LeaningView(offer, said[offer.id], offer.is_there(today)) for offer in known)
