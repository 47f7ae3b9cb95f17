"""Rule: what must hold in a document beyond its shape. The shape has been checked before."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from minplan.content import check_slots
from minplan.exchange.fault import Fault, Path
from minplan.exchange.shapes import Values
from minplan.exchange.shift import DAYS
from minplan.journey.kinds import OPEN

Found = Iterator[Fault]

_SLOTS = {"required": "is missing: the phrase needs it", "unknown": "is not known to the catalogue"}


def follows(document: Values) -> Found:
    """Refs that name one thing each, a way that holds exactly its steps, one next step, real days, whole phrases."""
    steps = dict(_steps(document))
    yield from _names(document)
    yield from _links(document, steps)
    yield from _way(document["way"], steps)
    yield from _next(document["next"], steps)
    yield from _values(document, ())


def _steps(document: Values) -> Iterator[tuple[str, tuple[Path, Values]]]:
    for g, goal in enumerate(document["goals"]):
        for m, milestone in enumerate(goal["milestones"]):
            for s, step in enumerate(milestone["steps"]):
                yield step["ref"], (("goals", g, "milestones", m, "steps", s), step)


def _names(document: Values) -> Found:
    seen: set[str] = set()
    for path, ref in _refs(document, ()):
        if ref in seen:
            yield Fault(path, f"is the ref of something else too: {ref}")
        seen.add(ref)


def _refs(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if key == "ref":
            yield (*path, key), inner
        elif isinstance(inner, dict | list):
            yield from _refs(inner, (*path, key))


def _links(document: Values, steps: dict[str, tuple[Path, Values]]) -> Found:
    for path, step in steps.values():
        other = step.get("together_with")
        if other is not None and (other not in steps or other == step["ref"]):
            yield Fault((*path, "together_with"), f"is not the ref of another step: {other}")
    for place, win in enumerate(document["wins"]):
        if win.get("step") not in (None, *steps):
            yield Fault(("wins", place, "step"), f"is not the ref of a step: {win['step']}")


def _way(way: list[str], steps: dict[str, tuple[Path, Values]]) -> Found:
    times = Counter(way)
    for place, ref in enumerate(way):
        if ref not in steps:
            yield Fault(("way", place), f"is not the ref of a step: {ref}")
        elif steps[ref][1]["state"] == "suggested":
            yield Fault(("way", place), f"is only suggested and not on the way: {ref}")
        elif times[ref] > 1:
            yield Fault(("way", place), f"stands on the way more than once: {ref}")
    for ref, (path, step) in steps.items():
        if step["state"] != "suggested" and ref not in times:
            yield Fault((*path, "ref"), f"is not on the way: {ref}")


def _next(ref: str | None, steps: dict[str, tuple[Path, Values]]) -> Found:
    if ref is None:
        if any(step["state"] in OPEN for _, step in steps.values()):
            yield Fault(("next",), "is null, but a step is open: name the one that is next")
    elif ref not in steps:
        yield Fault(("next",), f"is not the ref of a step: {ref}")
    elif steps[ref][1]["state"] not in OPEN:
        yield Fault(("next",), f"is not an open step: {ref}")


def _values(value: Any, path: Path) -> Found:
    if isinstance(value, dict) and "phrase" in value:
        for member, code in check_slots(value["phrase"], value["slots"]).items():
            yield Fault((*path, *member.split(".")), _SLOTS.get(code, "is not what the phrase needs here"))
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if key in DAYS and not _real(inner):
                yield Fault((*path, key), "is not a real day")
            yield from _values(inner, (*path, key))


def _real(day: str) -> bool:
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return False
    return True
