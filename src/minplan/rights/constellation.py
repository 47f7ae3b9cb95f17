"""Rule: who stands around a citizen's plan, in which circle, and where each is drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

from minplan.access import Member
from minplan.content import department_called
from minplan.words import Words

SIDE = 328  # of the square, in units of the drawing
_RADII = {"ours": 84, "yours": 84, "outside": 136}
_FUND = "dagpenge"  # who lives on it is paid by an unemployment fund
PAYS = "pays"  # whoever it is that pays: for those who do not know what somebody lives on
_NOT_OURS = ("doctor", "hospital", "volunteers")  # they have a place on the plan, and are not the municipality's
_BEGINNINGS = 24  # where the outer circle may begin: the one with most room between is taken


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody around the plan. `kind` says what is told of them: a relation, a department, or a place outside.

    `circle`: the municipality's people (`ours`), who the citizen has asked in (`yours`), or `outside`. `steps` are
    titles of what lies with them now. `x`, `y` are the middle in the drawing, where a place
    outside has its `number`.
    """

    circle: str
    kind: str
    name: str | None
    role: str = ""
    steps: tuple[Words, ...] = ()
    x: int = 0
    y: int = 0
    number: int = 0

    @property
    def short(self) -> str:
        """Their initials; empty for a place, which has a number."""
        return "".join(word[0] for word in (self.name or "").split()[:2]).upper() if not self.number else ""


def figures(
    ours: Iterable[Member], yours: Iterable[Member], holders: Iterable[tuple[str, Words]], pays: str
) -> list[Figure]:
    """Everybody, each once, the municipality's people first. `holders` are who else has the ball, with what; `pays` is
    the kind of place that pays what the citizen lives on, as far as the reader may know it."""
    placed = [Figure(_circle(each), _kind(each), each.name, each.role) for each in ours]
    people = [each for each in placed if each.circle == "ours"]
    people += [Figure("yours", each.relation, each.name, each.role) for each in yours]
    outside = [Figure("outside", pays, None)]
    if pays != "fund" and any(each.kind == "benefits" for each in people):
        outside = []  # they stand there by name
    outside += [each for each in placed if each.circle == "outside"]
    outside += [Figure("outside", "other", name, steps=titles) for name, titles in _by_name(holders).items()]
    outside += [Figure("outside", kind, None) for kind in ("jobnet", "appeals")]
    numbered = [replace(each, number=number) for number, each in enumerate(outside, 1)]
    within = _placed(people, -pi / 2)
    return within + max((_placed(numbered, turn) for turn in _turns()), key=lambda around: _room(within, around))


def payer(benefit: str | None) -> str:
    """The kind of place that pays what somebody lives on."""
    return "fund" if benefit == _FUND else "benefits"


def _circle(member: Member) -> str:
    return "outside" if _kind(member) in _NOT_OURS else "ours"


def _kind(member: Member) -> str:
    return "contact" if member.relation == "contact" else department_called(member.department) or "team"


def _by_name(holders: Iterable[tuple[str, Words]]) -> dict[str, tuple[Words, ...]]:
    found: dict[str, tuple[Words, ...]] = {}
    for name, title in holders:
        found[name] = (*found.get(name, ()), title)
    return found


def _turns() -> list[float]:
    return [2 * pi * number / _BEGINNINGS for number in range(_BEGINNINGS)]


def _room(within: Sequence[Figure], around: Sequence[Figure]) -> int:
    """The least distance between one of each, as a whole number: of equals the first is taken."""
    return min((round(hypot(a.x - b.x, a.y - b.y)) for a in within for b in around), default=SIDE)


def _placed(around: Sequence[Figure], begin: float) -> list[Figure]:
    """Evenly on their circle, from an angle on."""
    return [_at(each, begin + 2 * pi * place / len(around)) for place, each in enumerate(around)]


def _at(figure: Figure, turn: float) -> Figure:
    x, y = (round(SIDE / 2 + _RADII[figure.circle] * share) for share in (cos(turn), sin(turn)))
    return replace(figure, x=x, y=y)
