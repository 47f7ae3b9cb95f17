"""The catalogue of local offers: the municipality's own, and of an invented one where nothing is for real."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from minplan import config
from minplan.content.municipal import municipal
from minplan.content.offer import Offer, read_offer, read_offers

DEMO = Path(__file__).parent / "demo_rights" / "offers.toml"


def offers(today: date) -> tuple[Offer, ...]:
    """What somebody can say yes to on that day, in the order of the file."""
    return tuple(each for each in every_offer() if each.is_there(today))


def every_offer() -> tuple[Offer, ...]:
    """Every offer of the file, also what is over or has not begun."""
    own = municipal().offers
    if own is None:
        return () if config.settings().production else _demo()
    return tuple(map(read_offer, own))  # a folder is taken whole or not at all: each of its tables is sound


@cache
def _demo() -> tuple[Offer, ...]:
    return read_offers(tomllib.loads(DEMO.read_text("utf-8")))
