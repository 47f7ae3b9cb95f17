"""How long a booklet takes, how many come at once, whether each is its own, and what the memory does meanwhile."""

import json
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2

from minplan import access, booklet, db, exchange
from minplan.booklet import FORMATS, Booklet
from minplan.config import settings

ADDRESS = "https://minplan.example.dk/sign-in"
ROUNDS, FEWER, CLIENTS, MANY = 20, 4, 32, 2000
BOUNDS = {"median_ms": 25.0, "per_s": 60.0, "wrong": 0, "grown": 1.1}  # the most, but for `per_s`: the least

_ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


def run(as_json: bool) -> int:
    """Print the figures; the exit code says whether one is beyond its bound, or somebody got another's booklet."""
    plans = _demo()
    found = {kind: _format(plans, kind, ROUNDS if kind == "reading" else FEWER) for kind in ("reading", *FORMATS)}
    told: dict[str, Any] = found["reading"] | {"formats": found} | _at_once(plans) | _memory(plans)
    told["beyond"] = sorted(_beyond(told))
    print(json.dumps(told) if as_json else "\n".join(f"{name}: {value}" for name, value in told.items()))
    return 1 if told["beyond"] else 0


def _beyond(told: dict[str, Any]) -> Iterator[str]:
    held = told | {"grown": told["mb_all"] / told["mb_quarter"]}
    for name, bound in BOUNDS.items():
        if held[name] < bound if name == "per_s" else held[name] > bound:
            yield name


def _demo() -> list[Booklet]:
    """Every plan of the demo in every language, alone and with Danish beside it."""
    engine = db.open_engine(settings().database_url)
    db.migrate(engine)
    db.use(engine)
    exchange.demo()
    plans = []
    for person in access.demo_people():
        if person.kind == "citizen":
            with access.view(person.id) as view:
                plans += [booklet.fill(view, lang, ADDRESS, beside) for lang in ("da", "en", "ar") for beside in (0, 1)]
    return plans


def _somebody(plan: Booklet, n: int) -> Booklet:
    """The same plan of somebody else: nothing that was laid out before is a whole page of it."""
    return replace(plan, name=plan.name._replace(text=f"Borger {n}"), made=plan.made._replace(text=f"Udgave {n}"))


def _format(plans: list[Booklet], kind: str, rounds: int) -> dict[str, float]:
    times, sizes = [], []
    for n in range(rounds * len(plans)):
        one = _somebody(plans[n % len(plans)], n)
        begun = time.perf_counter()
        pdf = booklet.make(one, kind)
        times.append((time.perf_counter() - begun) * 1000)
        sizes.append(len(pdf) / 1000)
    warm = sorted(times[len(plans):])
    return {
        "median_ms": round(median(warm), 1), "p95_ms": round(warm[int(len(warm) * 0.95)], 1),
        "kb": round(median(sizes), 1),
    }  # fmt: skip


def _at_once(plans: list[Booklet]) -> dict[str, float]:
    """So many clients at once, each asking for a booklet of its own and comparing it with what it should be."""
    asked = [_somebody(plans[n % len(plans)], n) for n in range(CLIENTS * 10)]
    wanted = [booklet.make(each) for each in asked]
    begun = time.perf_counter()
    got = _together([_somebody(plans[n % len(plans)], n) for n in range(len(asked))])
    took = time.perf_counter() - begun
    wrong = sum(one != other or not _is_of(one, n) for n, (one, other) in enumerate(zip(got, wanted, strict=True)))
    return {"per_s": round(len(got) / took, 1), "wrong": wrong}


def _is_of(pdf: bytes, n: int) -> bool:
    """Whether the cover names whoever asked."""
    words = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().translate(_ISOLATES).split()
    return {"Borger", str(n)} <= set(words)


def _together(asked: list[Booklet]) -> list[bytes]:
    with ThreadPoolExecutor(CLIENTS) as clients:
        return list(clients.map(booklet.make, asked))


def _memory(plans: list[Booklet]) -> dict[str, float]:
    """MB of the process after a quarter of so many booklets of all clients, and after all of them."""
    marks = []
    for quarter in range(4):
        numbers = range(quarter * MANY // 4, (quarter + 1) * MANY // 4)
        for first in numbers[:: CLIENTS]:
            _together([_somebody(plans[n % len(plans)], CLIENTS * 10 + n) for n in range(first, first + CLIENTS)])
        marks.append(_resident())
    return {"mb_quarter": marks[0], "mb_all": marks[-1]}


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return round(pages * resource.getpagesize() / 1e6, 1)
