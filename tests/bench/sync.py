"""In step with other systems: a storm, a clash, how much goes through, what a long feed costs; on both databases."""

import json
import os
from typing import Any

from databases import start_postgresql
from storm.blowing import blow
from storm.conflict import clash
from storm.growth import SIZES, growth
from storm.speed import speed
from storm.world import world

from minplan import db
from minplan.config import settings

CHANGES, KILLS, PLANS, THROUGH = 10_000, 10, 50, 4_000
KINDS = ("sqlite", "postgresql")
NONE = ("lost", "twice", "unequal", "out_of_order", "faults", "overwritten", "echoed")
LEAST = {"in_per_s": 200, "out_per_s": 500}
FLAT = 1.5


def run(as_json: bool, quick: bool = False) -> int:
    """Print the figures, or one JSON object; 1 where something is lost, done twice, too slow, or not flat."""
    db.use(db.open_engine(settings().database_url))
    server = os.environ.get("MINPLAN_TEST_POSTGRES") or start_postgresql()
    found = {kind: _all(kind, server, 10 if quick else 1) for kind in KINDS}
    whole = together(found)
    print(json.dumps(whole | found)) if as_json else _print(whole, found)
    return int(bool(amiss(whole)))


def _all(kind: str, server: str, part: int) -> dict[str, dict[str, Any]]:
    plans = PLANS // part
    with world(kind, server, plans) as here:
        found = {"storm": blow(here, CHANGES // part, KILLS)}
    with world(kind, server, plans) as here:
        found["clash"] = clash(here)
    with world(kind, server, plans) as here:
        found["speed"] = speed(here, THROUGH // part)
    with world(kind, server, plans) as here:
        found["growth"] = growth(here, SIZES[: 3 if part > 1 else 4])
    return found


def together(found: dict[str, dict[str, dict[str, Any]]]) -> dict[str, float]:
    """Of both databases the worse."""
    parts = [part for each in found.values() for part in each.values()]
    whole: dict[str, float] = {name: sum(part.get(name, 0) for part in parts) for name in NONE}
    whole |= {name: min(part[name] for part in parts if name in part) for name in (*LEAST, "nudges_per_s")}
    return whole | {"growth": max(part["growth"] for part in parts if "growth" in part)}


def amiss(whole: dict[str, float]) -> list[str]:
    """Which of the figures are not what they should be."""
    wrong = [name for name in NONE if whole[name]] + [name for name, least in LEAST.items() if whole[name] < least]
    return wrong + (["growth"] if whole["growth"] > FLAT else [])


def _print(whole: dict[str, float], found: dict[str, dict[str, Any]]) -> None:
    print("all: " + ", ".join(f"{name} {value}" for name, value in whole.items()))
    for kind, parts in found.items():
        for name, part in parts.items():
            print(f"{kind} {name}: " + ", ".join(f"{what} {value}" for what, value in part.items()))
