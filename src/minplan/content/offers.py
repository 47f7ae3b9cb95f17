"""The catalogue of local offers: the municipality's own, and of an invented one where nothing is for real."""

import tomllib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

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
    return _sound(own)


def _sound(tables: Sequence[dict[str, Any]]) -> tuple[Offer, ...]:
    """One that is broken takes none of the others along; the check says which it is."""
    found = []
    for table in tables:
        with suppress(ValueError):
            found.append(read_offer(table))
    return tuple(found)


@cache
def _demo() -> tuple[Offer, ...]:
    return read_offers(tomllib.loads(DEMO.read_text("utf-8")))
