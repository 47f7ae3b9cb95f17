"""NAV's activity cards as messages for the inbox: the JSON Schema `Aktivitetskort.V1` of navikt/veilarbaktivitet.

What a plan here has no place for is left out and told by its name; words stay as they are, in Norwegian.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from minplan.sync.files.nav_card import Discard, Upsert, any_card
from minplan.sync.files.sourced import Sourced

OSLO = ZoneInfo("Europe/Oslo")  # of a time without a zone, says the schema
FOR_GOOD = 2**53 - 1  # a card that is discarded comes never again
STATES = {"PLANLAGT": "later", "GJENNOMFORES": "active", "FULLFORT": "done"}  # FORSLAG: it waits for the citizen here


def convert(found: Iterable[Sourced], people: Mapping[str, str], system: str, told: Counter[str]) -> Iterator[Any]:
    """Messages of this `system`, each citizen's goal and landmark before the first card of theirs.

    `people` says what the system calls whoever has an id number: no message holds one. What could not be taken or
    is left out is counted in `told`, by line or by field, without what it says.
    """
    begun: set[str] = set()
    for each in found:
        try:
            read = any_card.validate_python(each.message)
        except ValidationError:
            told[f"line {each.line}: no activity card"] += 1
            continue
        plan = people.get(read.person if isinstance(read, Discard) else read.card.person)
        if plan is None:
            told[f"line {each.line}: nobody is known by that number"] += 1
            continue
        if plan not in begun:
            begun.add(plan)
            yield from _led_to(plan, system)
        yield {"id": str(read.id), "type": "step", "plan": plan} | _step(read, {"system": system, "id": f"{plan}.nav"})
        told.update(f"left out: {name if name.isascii() and name.isprintable() else '?'}" for name in _left_out(read))


def _led_to(plan: str, system: str) -> Iterator[Any]:
    """A card leads nowhere that it names; here a step does, so the citizen is asked about NAV's plan as a goal."""
    subject, title = f"{plan}.nav", _words("Aktivitetsplan")
    goal = {"title": title, "track": "work"}
    for type, data in (("goal", goal), ("milestone", {"title": title, "goal": {"system": system, "id": subject}})):
        yield {"id": f"{subject}.{type}", "type": type, "subject": subject, "plan": plan, "version": 1, "data": data}


def _step(read: Upsert | Discard, milestone: Any) -> dict[str, Any]:
    if isinstance(read, Discard):
        return {"subject": str(read.card), "version": FOR_GOOD, "deleted": True}
    card = read.card
    moment = card.changed if card.changed.tzinfo else card.changed.replace(tzinfo=OSLO)
    found = {"subject": str(card.id), "version": int(moment.timestamp() * 1000)}
    if card.state == "AVBRUTT":
        return found | {"deleted": True}
    why = card.says or "\n".join(f"{each.label}: {each.verdi}" for each in card.details) or card.title
    data = {
        "milestone": milestone, "kind": "agreed", "tracks": ["work"], "title": _words(card.title), "why": _words(why),
        "when_on": card.starts and card.starts.isoformat(), "ball": {"holder": "both" if card.agreed else "citizen"},
    }  # fmt: skip
    state = STATES.get(card.state) if card.agreed else None  # of what is the citizen's turn, only people say how far
    return found | {"data": data | ({"state": state} if state else {})}


def _left_out(read: Upsert | Discard) -> Iterator[str]:
    yield from read.model_extra or ()
    if isinstance(read, Upsert):
        yield from (f"aktivitetskort.{name}" for name, value in (read.card.model_extra or {}).items() if value)
        if read.card.says and read.card.details:
            yield "aktivitetskort.detaljer"


def _words(text: str) -> Any:
    return {"text": text, "lang": "nb"}
