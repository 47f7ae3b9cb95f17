"""Print who may do what: each verb for each relation, and whom each address is for; --json gives all of it singly."""

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minplan import config, create_app
from minplan.access import matrix
from minplan.access.policy import house_verbs, kinds_for, on_house, on_plan, plan_verbs, step_verbs
from minplan.routes import marks

NOTES = """\
yes      it happens at once
propose  it lies as a proposal until the other side answers
wish     a citizen's wish about something that the law asks: the agreement stands until it is answered
no       it is refused; what is not named here is refused too
"""

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """The form."""
    parser.add_argument("--json", action="store_true", help="every single combination, for a program")


def run(args: Namespace) -> None:
    print(json.dumps(_whole(), indent=1) if args.json else "\n".join(_readable()))


def _routes() -> list[marks.Rule]:
    return marks.rules(create_app(replace(config.read(os.environ), demo=False, secret="nobody signs in here")))


def _whole() -> dict[str, list[dict[str, object]]]:
    return {
        "on_a_step": [each._asdict() for each in matrix.steps()],
        "on_a_plan": [each._asdict() for each in matrix.plans()],
        "in_the_house": [each._asdict() for each in matrix.house()],
        "places": [{"relation": each, "kinds": kinds_for(each)} for each in matrix.RELATIONS if kinds_for(each)],
        "addresses": [each._asdict() for each in _routes()],
        "kinds": [{"kind": kind, "relations": sorted(names)} for kind, names in marks.RELATIONS.items()],
    }


def _readable() -> Iterable[str]:
    yield NOTES
    for relation in matrix.RELATIONS:
        rows = [(verb, *(matrix.in_brief(relation, verb, kind) for kind in matrix.KINDS)) for verb in step_verbs()]
        yield from _table(f"ON A STEP: {relation}", ("", *matrix.KINDS), [row for row in rows if {*row[1:]} != {"no"}])
    plans = [(verb, *(on_plan(each, verb) for each in matrix.RELATIONS)) for verb in plan_verbs()]
    yield from _table("ON A PLAN", ("", *matrix.RELATIONS), plans)
    house = [(verb, *(on_house(kind, verb) for kind in matrix.HOUSE)) for verb in house_verbs()]
    yield from _table("IN ONE'S OWN MUNICIPALITY", ("", *matrix.HOUSE), house)
    places = [(each, ", ".join(kinds_for(each))) for each in matrix.RELATIONS if kinds_for(each)]
    yield from _table("WHO CAN BE GIVEN A PLACE ON A PLAN", ("", ""), places)
    routes = [(each.method, each.address, ", ".join(each.allowed)) for each in _routes()]
    yield from _table("ADDRESSES, AND WHOM THEY ARE FOR", ("", "", ""), routes)


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    yield f"\n{title}"
    if not rows:
        yield "  nothing"
        return
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows) if any(head) else rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
