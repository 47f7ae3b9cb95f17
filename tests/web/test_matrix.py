"""Every address × every role × a plan with a place on it, one without, and one that does not exist.

What must come out follows from the address's own mark and from the role alone.
"""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from props import everything
from sqlalchemy import Engine, text
from web.household import NOBODY, ROLES, Household, gather, undone
from web.stage import Stage, stage

from minplan import access, db
from minplan.routes.marks import ANYBODY, RELATIONS, Rule, rules

__all__ = ["stage"]

PLANS = ("own", "other", "none")
REFUSED = {403, 404}
# Answers to somebody who may be here: shown, done, or refused for another reason than who they are.
WELCOME = {200, 201, 204, 303, 304, 400, 403, 404, 409, 415, 422, 429}
IDS = {
    "step": "SELECT id FROM step WHERE plan_id = :plan AND state = 'done'",
    "goal": "SELECT id FROM goal WHERE plan_id = :plan",
    "milestone": "SELECT id FROM milestone WHERE plan_id = :plan",
    "proposal": "SELECT id FROM proposal WHERE plan_id = :plan",
    "thread": "SELECT id FROM thread WHERE plan_id = :plan",
    "person": "SELECT person_id FROM membership WHERE plan_id = :plan",
}
FREE: dict[str, object] = {"name": "minplan.css", "provider": "demo", "reason": "level", "lang": "da", "saying": "soon"}


@pytest.fixture
def household(stage: Stage) -> Household:
    return gather(stage)


def values(rule: Rule, arguments: set[str], plan: UUID) -> dict[str, object]:
    """A value for each part of an address: things of this plan where it has them."""
    unknown = arguments - set(IDS) - set(FREE) - {"plan"}
    assert not unknown, f"say where {unknown} of {rule.address} comes from"
    with db.reading() as connection:
        found = {
            name: connection.execute(text(IDS[name]), {"plan": plan.hex}).scalar()
            for name in arguments & set(IDS)
        }
    return {"plan": plan} | FREE | {name: UUID(value) if value else uuid4() for name, value in found.items()}


def doors(household: Household, which: str) -> Iterator[tuple[Rule, str, bool]]:
    """Each rule, its address for one of PLANS, and whether a plan is part of it."""
    app = household.stage.app
    plan = {"own": household.stage.amira["plan"], "other": household.other, "none": uuid4()}[which]
    known = {(each.endpoint, method): each for each in app.url_map.iter_rules() for method in each.methods or ()}
    at = app.url_map.bind("localhost")
    for rule in rules(app):
        arguments = known[rule.endpoint, rule.method].arguments
        parts = values(rule, arguments, plan)
        yield rule, at.build(rule.endpoint, {name: parts[name] for name in arguments}, rule.method), "plan" in arguments


def may(rule: Rule, role: str, which: str, of_a_plan: bool) -> bool:
    """Whether this role belongs at this address at all."""
    kind, relation = ROLES[role]
    allowed = set(rule.allowed)
    if not allowed & RELATIONS[kind]:
        return False
    if not of_a_plan:
        return True
    if which == "none" or role.endswith("elsewhere"):
        return False
    to_the_house = {"staff", "leader", "editor", "administrator"} & RELATIONS[kind]
    return bool(allowed & to_the_house) or (which == "own" and relation in allowed)


@pytest.mark.parametrize("which", PLANS)
@pytest.mark.parametrize("role", ROLES)
def test_everybody_comes_exactly_as_far_as_the_table_says(
    household: Household, sqlite: Engine, role: str, which: str
) -> None:
    client, wrong, before = household.browser(role), [], everything()
    client.inspecting = False
    welcome = []
    for rule, address, of_a_plan in doors(household, which):
        if rule.allowed == tuple(ANYBODY):
            continue
        if may(rule, role, which, of_a_plan):
            welcome.append((rule, address))
            continue
        status = client.open(address, method=rule.method).status_code
        expected = {404} if of_a_plan and which != "own" else REFUSED
        if status not in expected:
            wrong.append(f"{rule.method} {address} answers {status}")
    assert not wrong, f"{role} on a plan {which!r}"
    assert everything() == before, "who is refused changes nothing"
    for rule, address in welcome:
        with undone(sqlite):
            status = client.open(address, method=rule.method).status_code
        if status not in WELCOME or (rule.method == "GET" and status in REFUSED):
            wrong.append(f"{rule.method} {address} answers {status}")
    assert not wrong, f"{role} belongs there"


@pytest.mark.parametrize("which", PLANS)
def test_nobody_comes_no_further_than_the_door(household: Household, which: str) -> None:
    client, before, wrong = household.browser(NOBODY), everything(), []
    client.inspecting = False
    for rule, address, _ in doors(household, which):
        if rule.allowed == tuple(ANYBODY):
            continue
        answer = client.open(address, method=rule.method)
        to_the_door = answer.status_code == 303 and answer.location.startswith("/sign-in")
        if not to_the_door and answer.status_code != 401:
            wrong.append(f"{rule.method} {address} answers {answer.status_code}")
    assert not wrong
    assert everything() == before


def test_the_walk_leaves_no_address_out(household: Household) -> None:
    app = household.stage.app
    walked = {(rule.endpoint, rule.method) for which in PLANS for rule, _, _ in doors(household, which)}
    for each in app.url_map.iter_rules():
        for method in (each.methods or set()) - {"HEAD", "OPTIONS"}:
            assert (each.endpoint, method) in walked
    shown = sum(rule.allowed != tuple(ANYBODY) for rule in rules(app))
    print(f"{len(walked)} addresses, {shown} of them not for all, × {len(ROLES) + 1} roles × {len(PLANS)} plans")


def test_every_relation_has_a_role() -> None:
    assert {relation for _, relation in ROLES.values()} >= {*access.SUPPORTERS, *access.INSIDERS, "emergency", None}
    assert {kind for kind, _ in ROLES.values()} == set(access.KINDS)
