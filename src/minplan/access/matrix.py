"""Rule: the policy written out in full, by asking it everything, for whoever reads no code."""

from collections.abc import Iterator
from typing import NamedTuple

from minplan.access.membership import SUPPORTERS
from minplan.access.person import KINDS as PEOPLE
from minplan.access.policy import Verdict, house_verbs, on_house, on_plan, on_step, plan_verbs, step_verbs

RELATIONS = ("citizen", "contact", "team", *SUPPORTERS, "emergency", "office", "system")
KINDS = ("own", "agreed", "law")
HOUSE = (*PEOPLE, "operator")
BALLS = ("citizen", "municipality", "both", "other")


class OnStep(NamedTuple):
    """What `verb` on a step of `kind`, whose ball lies with `ball`, comes to for somebody in `relation`."""

    verb: str
    relation: str
    kind: str
    ball: str
    verdict: Verdict


class OnPlan(NamedTuple):
    """What `verb` on the plan itself comes to for somebody in `relation`."""

    verb: str
    relation: str
    verdict: Verdict


class OnHouse(NamedTuple):
    """What `verb` in their own municipality comes to for a person of this kind."""

    verb: str
    kind: str
    verdict: Verdict


def steps() -> Iterator[OnStep]:
    """Every verb of a step, for everybody, whatever the kind and wherever the ball lies."""
    for verb in step_verbs():
        for relation in RELATIONS:
            for kind in KINDS:
                for ball in BALLS:
                    yield OnStep(verb, relation, kind, ball, on_step(relation, verb, kind, ball))


def plans() -> Iterator[OnPlan]:
    """Every verb of a plan, for everybody."""
    for verb in plan_verbs():
        for relation in RELATIONS:
            yield OnPlan(verb, relation, on_plan(relation, verb))


def house() -> Iterator[OnHouse]:
    """Every verb of the municipality's own work, for every kind of person and for the operator."""
    for verb in house_verbs():
        for kind in HOUSE:
            yield OnHouse(verb, kind, on_house(kind, verb))


def in_brief(relation: str, verb: str, kind: str) -> str:
    """One cell of the table: a verdict, or each verdict with the holders of the ball for whom it holds."""
    found: dict[str, list[str]] = {}
    for ball in BALLS:
        found.setdefault(on_step(relation, verb, kind, ball), []).append(ball)
    if len(found) == 1:
        return next(iter(found))
    return "; ".join(f"{verdict} if {'/'.join(balls)}" for verdict, balls in found.items() if verdict != "no")
