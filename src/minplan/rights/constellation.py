"""Rule: who stands around a citizen's plan, in which circle, and where each is drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin

from minplan.access import Member
from minplan.content import department_called
from minplan.words import Words

SIDE = 328  # of the square, in units of the drawing
_RADII = {"ours": 84, "yours": 84, "outside": 136}
_FUND = "dagpenge"  # who lives on it is paid by an unemployment fund


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody around the plan. `kind` says what is told of them: a relation, a department, or a place outside.

    `circle`: the municipality's people (`ours`), who the citizen has asked in (`yours`), or `outside`. `steps` are
    titles of what lies with them now. `x`, `y` are the middle in the drawing, `short` what stands there.
    """

    circle: str
    kind: str
    name: str | None
    role: str = ""
    steps: tuple[Words, ...] = ()
    x: int = 0
    y: int = 0

    @property
    def short(self) -> str:
        """Their initials; empty for a place that is told by its kind."""
        return "".join(word[0] for word in (self.name or "").split()[:2]).upper()


def figures(
    ours: Iterable[Member], yours: Iterable[Member], holders: Iterable[tuple[str, Words]], benefit: str | None
) -> list[Figure]:
    """Everybody, each once, the municipality's people first. `holders` are who else has the ball, with what."""
    people = [Figure("ours", _kind(each), each.name, each.role) for each in ours]
    people += [Figure("yours", each.relation, each.name, each.role) for each in yours]
    outside = [Figure("outside", "fund" if benefit == _FUND else "benefits", None)]
    if any(each.kind == "benefits" for each in people):
        outside = []
    outside += [Figure("outside", "other", name, steps=titles) for name, titles in _by_name(holders).items()]
    outside += [Figure("outside", kind, None) for kind in ("jobnet", "appeals")]
    return _placed(people) + _placed(outside)


def _kind(member: Member) -> str:
    return "contact" if member.relation == "contact" else department_called(member.department) or "team"


def _by_name(holders: Iterable[tuple[str, Words]]) -> dict[str, tuple[Words, ...]]:
    found: dict[str, tuple[Words, ...]] = {}
    for name, title in holders:
        found[name] = (*found.get(name, ()), title)
    return found


def _placed(around: list[Figure]) -> list[Figure]:
    """Evenly on their circle, from the top; the outer ones stand in the gaps."""
    return [_at(each, place, len(around)) for place, each in enumerate(around)]


def _at(figure: Figure, place: int, many: int) -> Figure:
    begin = -pi / 2 + (pi / 6 if figure.circle == "outside" else 0)
    turn, far = begin + 2 * pi * place / many, _RADII[figure.circle]
    x, y = (round(SIDE / 2 + far * share) for share in (cos(turn), sin(turn)))
    return Figure(figure.circle, figure.kind, figure.name, figure.role, figure.steps, x, y)
