"""The situations in which somebody looks for a right: each has its drawing, its words and its moments."""

from collections.abc import Iterable
from dataclasses import dataclass

from minplan.content import ShownRight
from minplan.language import mark


@dataclass(frozen=True, slots=True)
class Situation:
    """What a frightened person would say of themselves. `name` is Danish, and a message for translation."""

    id: str
    icon: str
    name: str
    moments: tuple[str, ...]


_ALL = (
    Situation(
        "meeting",
        "talk",
        mark("Jeg skal til møde"),
        ("invitation", "before_meeting", "during_meeting", "after_meeting", "first_contact"),
    ),
    Situation("letter", "letter", mark("Jeg har fået et brev"), ("letter", "hearing", "waiting")),
    Situation("decision", "decision", mark("Kommunen har afgjort noget"), ("decision", "sanction", "transition")),
    Situation("illness", "health", mark("Jeg er syg"), ("illness", "medical")),
    Situation("offer", "plan", mark("Et tilbud eller en plan"), ("offer", "plan")),
    Situation("data", "lock", mark("Mine oplysninger"), ("data", "medical")),
    Situation("person", "person", mark("Ny sagsbehandler"), ("caseworker_change",)),
    Situation("complaint", "scales", mark("Jeg er uenig og vil klage"), ("complaint", "decision", "sanction")),
)
SITUATIONS = {each.id: each for each in _ALL}


def about(situation: Situation, shown: Iterable[ShownRight]) -> list[ShownRight]:
    """Every right that is worth knowing in one of its moments; what can only be asked about comes last."""
    found = [each for each in shown if _rank(situation, each) is not None]
    return sorted(found, key=lambda each: (each.standing == "ask", _rank(situation, each) or 0))


def _rank(situation: Situation, shown: ShownRight) -> int | None:
    """How near the top it stands; a right of the first moments comes before one of the last."""
    ranks = [
        shown.right.moments[moment] + 9 * place
        for place, moment in enumerate(situation.moments)
        if moment in shown.right.moments
    ]
    return min(ranks, default=None)
