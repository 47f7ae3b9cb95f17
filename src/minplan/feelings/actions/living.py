"""Verb: a citizen says how long what they keep stays. It holds for what is there already, too."""

from uuid import UUID

from minplan.errors import Invalid
from minplan.feelings import own
from minplan.feelings.actions.forgetting import SLOT
from minplan.feelings.actions.standing import hide
from minplan.feelings.keepsake import FOR_GOOD, KINDS
from minplan.feelings.life import CHOICES, ends
from minplan.feelings.own import Opened, Own, Writing
from minplan.feelings.store import mine

Passing = list[tuple[str, Opened]]


def stay(by: UUID, months: int, told: int = 0) -> int:
    """Let everything stay for so many months; what is older than that goes at once, and this many do.

    Where they are more than the citizen was `told`, nothing is changed, so that they can be asked. Raises Invalid for a
    number of months that is not offered.
    """
    if months not in CHOICES:
        raise Invalid({"months": "unknown"})
    with own.reading(by) as reading:
        older = [each.id for _, each in _older(reading, months)]
    if len(older) > told:
        return len(older)
    hide(by, older)
    with own.writing(by) as writing:
        if writing.months() != months:
            writing.keep("keeping", {"months": months}, slot=SLOT)
        for kind, each in _passing(writing):
            _let_stay(writing, kind, each, months)
    return len(older)


def _older(reading: Own, months: int) -> Passing:
    return [(kind, each) for kind, each in _passing(reading) if ends(each.at.date(), months) < reading.today]


def _passing(reading: Own) -> Passing:
    return [(kind, each) for kind in KINDS if kind not in FOR_GOOD for each in reading.every(kind)]


def _let_stay(writing: Writing, kind: str, kept: Opened, months: int) -> None:
    until = ends(kept.at.date(), months)
    if until < writing.today:
        writing.let_go(kind, kept.id)
    else:
        mine.load(writing.session, writing.citizen, kept.id, kind).until = until
