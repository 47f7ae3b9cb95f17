"""Every address × every role × a plan with a place on it, one without, and one that does not exist (see `walks`).

What must come out follows from the address's own mark and from the role alone.
"""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest
from props import everything
from sqlalchemy import Engine, text
from web.household import NOBODY, ROLES, SEAT, Household, gather, undone
from web.stage import Stage, stage

from minplan import access, db
from minplan.routes.marks import ANYBODY, RELATIONS, SEAT as SEAT_MARK, Rule, rules

__all__ = ["stage"]

PLANS = ("own", "other", "none")
REFUSED = {403, 404}
# Answers to somebody who may be here: shown, done, or refused for another reason than who they are.
WELCOME = {200, 201, 204, 303, 304, 400, 403, 404, 409, 415, 422, 429}
AT_THE_MEETING = {
    "point": "agenda_point", "need": "need", "attendee": "attendance", "expectation": "expectation",
}  # fmt: skip
IDS = {
    "step": "SELECT id FROM step WHERE plan_id = :plan AND state = 'done'",
    "goal": "SELECT id FROM goal WHERE plan_id = :plan",
    "milestone": "SELECT id FROM milestone WHERE plan_id = :plan",
    "proposal": "SELECT id FROM proposal WHERE plan_id = :plan",
    "thread": "SELECT id FROM thread WHERE plan_id = :plan",
    "person": "SELECT person_id FROM membership WHERE plan_id = :plan AND relation = 'contact'",
    "supporter": "SELECT person_id FROM membership WHERE plan_id = :plan AND relation = 'mentor'",
    "colleague": "SELECT person_id FROM membership WHERE plan_id = :plan AND relation = 'team'",
    "change": "SELECT id FROM handover WHERE plan_id = :plan",
    "petition": "SELECT id FROM petition WHERE plan_id = :plan",
    "win": "SELECT id FROM win WHERE plan_id = :plan",
    "notice": "SELECT id FROM notice WHERE plan_id = :plan",
    "consent": "SELECT id FROM consent WHERE plan_id = :plan",
    "invitation": "SELECT id FROM invitation WHERE plan_id = :plan",
    "seat": "SELECT id FROM join_code WHERE plan_id = :plan AND used_at IS NOT NULL",
    **{state: f"SELECT id FROM meeting WHERE plan_id = :plan AND state = '{state}'" for state in ("agreed", "closed")},
    "offered": "SELECT id FROM meeting WHERE plan_id = :plan AND state = 'offered'",
    "meeting": "SELECT id FROM meeting WHERE plan_id = :plan AND state = 'open'",
    **{
        part: f"SELECT {part}.id FROM {table} {part} JOIN meeting ON meeting_id = meeting.id WHERE plan_id = :plan"
        for part, table in AT_THE_MEETING.items()
    },
    **{part: f"SELECT id FROM {part} WHERE plan_id = :plan" for part in ("agreement", "note")},
}
KEPT = {"checkin": "checkin", "worry": "worry", "trusted": "person", "strength": "strength", "pulse": "pulse"}
IDS |= {
    part: "SELECT keepsake.id FROM keepsake JOIN plan ON plan.citizen_id = keepsake.citizen_id "
    f"WHERE plan.id = :plan AND keepsake.kind = '{kind}'"
    for part, kind in KEPT.items()
} | {"showing": "SELECT id FROM showing WHERE plan_id = :plan AND meeting_id IS NOT NULL"}
IDS |= {part: f"SELECT id FROM {part} WHERE plan_id = :plan" for part in ("choice", "dispatch")}
FREE: dict[str, object] = {
    "right": "bisidder", "word": "bisidder", "situation": "letter", "letter": "decision", "kind": "complaint",
    "offer": "walk", "sentence": "see_my_case",
    "name": "minplan.css", "number": 1, "leaf": "step", "item": "fetching.from_doctor",
    "provider": "demo", "reason": "level", "lang": "da", "saying": "soon", "key": "nonsense",
}
# Where a room is stricter than the mark of its address: the only roles that find something there.
ONLY = {
    "/handovers/<uuid:change>": {"colleague"},
    "/plans/<uuid:plan>/meetings/<uuid:meeting>/pictures/<uuid:showing>/answer": {"contact"},  # shown by name
    "GET /plans/<uuid:plan>/emergency": {"in an emergency", "contact", "team"},
    "GET /plan/handover": {"citizen"},
}
# What a part of an address means where it means something else.
MEANS = {
    "/plan/supporters/<uuid:person>": {"person": "supporter"},
    "/plans/<uuid:plan>/meetings/<uuid:meeting>/summary/file": {"meeting": "closed"},
    "/plans/<uuid:plan>/paper/leaves/": {"kind": "leaf"},
}


@pytest.fixture
def household(stage: Stage) -> Household:
    return gather(stage)


class Door(NamedTuple):
    """An address with its rule; `parts` are the things that it names, `open` whether it is for anybody at all."""

    rule: Rule
    address: str
    parts: frozenset[str]

    @property
    def open(self) -> bool:
        return self.rule.allowed == tuple(ANYBODY)


def doors(household: Household, which: str) -> Iterator[Door]:
    """Every door of the house, with the things of one of PLANS behind it."""
    app = household.stage.app
    plan = {"own": household.stage.amira["plan"], "other": household.other, "none": uuid4()}[which]
    things = _things(plan)
    known = {(each.endpoint, method): each for each in app.url_map.iter_rules() for method in each.methods or ()}
    at = app.url_map.bind("localhost")
    for rule in rules(app):
        arguments = known[rule.endpoint, rule.method].arguments
        assert arguments <= set(things), f"say where {arguments - set(things)} of {rule.address} comes from"
        means = next((names for start, names in MEANS.items() if rule.address.startswith(start)), {})
        address = at.build(rule.endpoint, {name: things[means.get(name, name)] for name in arguments}, rule.method)
        yield Door(rule, address, frozenset(arguments - set(FREE)))


def _things(plan: UUID) -> dict[str, object]:
    """Something of this plan for each part of an address, or something that does not exist."""
    with db.reading() as connection:
        found = {name: connection.execute(text(query), {"plan": plan.hex}).scalar() for name, query in IDS.items()}
    return FREE | {"plan": plan} | {name: UUID(value) if value else uuid4() for name, value in found.items()}


def may(door: Door, role: str, which: str) -> bool:
    """Whether this role finds something behind this door."""
    kind, relation = ROLES[role]
    allowed, rule = set(door.rule.allowed), door.rule
    if role == SEAT:
        return SEAT_MARK in allowed and which == "own" and {"plan", "meeting"} <= door.parts
    if not allowed & RELATIONS[kind]:
        return False
    only = ONLY.get(f"{rule.method} {rule.address}") or ONLY.get(rule.address)
    if not door.parts:
        return only is None or role in only
    if which == "none" or role.endswith("elsewhere") or (which == "other" and "plan" not in door.parts):
        return False
    if only is not None:
        return which == "own" and role in only
    to_the_house = {"staff", "leader", "editor", "administrator"} & RELATIONS[kind]
    return bool(allowed & to_the_house) or (which == "own" and relation in allowed)


def walks() -> Iterator[tuple[str, str]]:
    """Who walks along which plan: everybody along their own. Who has no place there is a stranger to both plans that
    there are; along the other one walks who has. Along the one that there is not one of each kind walks, and a seat."""
    first = {kind: role for role, (kind, _) in reversed(ROLES.items())}
    for role, (_, relation) in ROLES.items():
        yield role, "own"
        if relation:
            yield role, "other"
        if role in (*first.values(), SEAT):
            yield role, "none"


@pytest.mark.parametrize(("role", "which"), [*walks()])
def test_everybody_comes_exactly_as_far_as_the_table_says(
    household: Household, sqlite: Engine, role: str, which: str
) -> None:
    client, wrong, before = household.browser(role), [], everything()
    client.inspecting = False
    through = [door for door in doors(household, which) if not door.open and may(door, role, which)]
    for door in doors(household, which):
        if door.open or door in through:
            continue
        status = client.open(door.address, method=door.rule.method).status_code
        if status not in ({404} if "plan" in door.parts and which != "own" else REFUSED):
            wrong.append(f"{door.rule.method} {door.address} answers {status}")
    assert not wrong, f"{role} on a plan {which!r}"
    assert everything() == before, "who is refused changes nothing"
    for door in through:
        with undone(sqlite):
            client = household.browser(role)  # some doors lead out
            client.inspecting = False
            status = client.open(door.address, method=door.rule.method).status_code
        if status not in WELCOME or (door.rule.method == "GET" and status in REFUSED):
            wrong.append(f"{door.rule.method} {door.address} answers {status}")
    assert not wrong, f"{role} belongs there"


@pytest.mark.parametrize("which", PLANS)
def test_nobody_comes_no_further_than_the_door(household: Household, which: str) -> None:
    client, before, wrong = household.browser(NOBODY), everything(), []
    client.inspecting = False
    for door in doors(household, which):
        if door.open:
            continue
        answer = client.open(door.address, method=door.rule.method)
        to_the_door = answer.status_code == 303 and answer.location.startswith("/sign-in")
        if not to_the_door and answer.status_code != 401:
            wrong.append(f"{door.rule.method} {door.address} answers {answer.status_code}")
    assert not wrong
    assert everything() == before


def test_the_walk_leaves_no_address_out(household: Household) -> None:
    app = household.stage.app
    walked = {(door.rule.endpoint, door.rule.method) for which in PLANS for door in doors(household, which)}
    for each in app.url_map.iter_rules():
        for method in (each.methods or set()) - {"HEAD", "OPTIONS"}:
            assert (each.endpoint, method) in walked
    closed = sum(rule.allowed != tuple(ANYBODY) for rule in rules(app))
    print(f"{len(walked)} addresses, {closed} of them not for all, × {len(ROLES) + 1} roles × {len(PLANS)} plans")


def test_every_relation_has_a_role() -> None:
    known = {relation for _, relation in ROLES.values()}
    assert known >= {*access.SUPPORTERS, *access.INSIDERS, "emergency", SEAT_MARK, None}
    assert {kind for kind, _ in ROLES.values()} == set(access.KINDS)


def test_every_role_walks_and_every_kind_along_every_plan_that_could_differ_for_it() -> None:
    assert {role for role, which in walks() if which == "own"} == set(ROLES)
    assert {ROLES[role][0] for role, which in walks() if which == "none"} == set(access.KINDS)
    assert {ROLES[role][1] for role, which in walks() if which == "other"} == {r for _, r in ROLES.values()} - {None}
