"""Every query of the handover, by what it is about."""

from minplan.handover.store.change import (
    KINDS,
    colleague,
    contact_place,
    handover,
    kept_from,
    last_position,
    open_petition,
    petition,
    place_elsewhere,
    says,
    unsay,
)
from minplan.handover.store.handovers import is_decided
from minplan.handover.store.house import colleagues
from minplan.handover.store.petitions import plan_of, readers

__all__ = [
    "KINDS",
    "colleague",
    "colleagues",
    "contact_place",
    "handover",
    "is_decided",
    "kept_from",
    "last_position",
    "open_petition",
    "petition",
    "place_elsewhere",
    "plan_of",
    "readers",
    "says",
    "unsay",
]
