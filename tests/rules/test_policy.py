"""Who may what, against a table written from the issue's own words and not from the code."""

from itertools import product
from uuid import uuid4

import pytest

from minplan.access import Member, contact_sees, on_plan, on_step

KINDS, BALLS = ("own", "agreed", "law"), ("citizen", "municipality", "both", "other", None)
STAFF = ("contact", "team")
STATE = ("complete", "reopen", "start", "hand_over", "postpone", "wait", "rest", "detour")
WORDS, LINE = ("reword", "set_date", "add"), ("choose_next", "move", "split")
VERBS = (*STATE, *WORDS, *LINE, "settle_first", "promise")


def by_the_citizen(verb: str, kind: str, ball: str | None) -> str:
    """Everything on the own plan, except the wording of law and agreed steps."""
    if verb == "reword":
        return {"own": "yes", "agreed": "propose", "law": "no"}[kind]
    if verb == "set_date":
        # A day that the municipality has promised is not the citizen's to move.
        own = "propose" if ball == "municipality" else "yes"
        return {"own": own, "agreed": "propose", "law": "wish"}[kind]
    if verb in ("postpone", "wait", "rest", "detour") and kind == "law":
        return "wish"  # rest, no thanks: the agreement stands until it is answered
    if verb == "add" and kind != "own":
        return "no"  # nobody agrees with oneself
    return "no" if verb == "promise" else "yes"


def by_staff(verb: str, kind: str, ball: str | None) -> str:
    """State and ball where the ball is theirs or both's; for everything else propose; law at once."""
    if verb in (*STATE, *LINE):
        return "yes" if ball in ("municipality", "both") else "no"
    if verb == "promise":
        return "yes" if ball == "municipality" else "no"
    if verb == "add":
        return "yes" if kind == "law" else "propose"
    if verb in ("reword", "set_date"):
        # Nobody but the citizen rewords an own step.
        return {"own": "no", "agreed": "propose", "law": "yes"}[kind]
    return "no"


@pytest.mark.parametrize("verb", VERBS)
def test_on_a_step_as_the_issue_says(verb: str) -> None:
    for kind, ball in product(KINDS, BALLS):
        assert on_step("citizen", verb, kind, ball) == by_the_citizen(verb, kind, ball), ("citizen", kind, ball)
        for relation in STAFF:
            assert on_step(relation, verb, kind, ball) == by_staff(verb, kind, ball), (relation, kind, ball)


@pytest.mark.parametrize(
    ("verb", "citizen", "contact", "team"),
    [
        ("add_goal", "yes", "propose", "propose"),
        ("add_milestone", "yes", "propose", "propose"),
        ("reword_goal", "yes", "no", "no"),
        ("set_horizon", "yes", "no", "no"),
        ("choose_token", "yes", "no", "no"),
        ("hide_track", "yes", "no", "no"),
        ("add_win", "yes", "yes", "yes"),
        ("praise", "no", "yes", "yes"),
        ("answer_to_citizen", "yes", "no", "no"),
        ("answer_to_municipality", "no", "yes", "no"),
        ("promise_answer", "no", "yes", "no"),
        ("call", "yes", "no", "no"),
        ("answer_call", "no", "yes", "yes"),
        ("promise_call", "no", "yes", "yes"),
        ("close_call", "yes", "no", "no"),
        ("reopen_call", "yes", "no", "no"),
        ("approve_handover", "yes", "no", "no"),
        ("ask_for_another", "yes", "no", "no"),
        ("withdraw_asking", "yes", "no", "no"),
        ("answer_asking", "no", "no", "no"),
        ("change_contact", "no", "no", "no"),
    ],
)
def test_on_the_plan_as_the_issue_says(verb: str, citizen: str, contact: str, team: str) -> None:
    assert [on_plan(relation, verb) for relation in ("citizen", "contact", "team")] == [citizen, contact, team]


@pytest.mark.parametrize("relation", ["stranger", "leader", "", "Citizen"])
def test_a_relation_that_is_unknown_may_nothing(relation: str) -> None:
    assert {on_step(relation, verb, kind, "both") for verb, kind in product(VERBS, KINDS)} == {"no"}
    assert {on_plan(relation, verb) for verb in ("add_goal", "add_win", "mark_seen")} == {"no"}


def test_what_is_not_in_the_table_is_not_allowed() -> None:
    for relation in ("citizen", *STAFF):
        assert on_step(relation, "delete", "own", "both") == on_plan(relation, "delete") == "no"
        assert on_step(relation, "reword", "secret", "both") == "no"


def test_the_contact_meets_what_the_law_asks_and_what_is_not_hidden() -> None:
    hiding = Member(uuid4(), "contact", "Bo", "", None, None, None, frozenset({"health"}))
    team = Member(uuid4(), "team", "Tove", "", None, None, None, frozenset({"work"}))
    assert not contact_sees((hiding, team), "own", ("work", "health"))
    assert contact_sees((hiding, team), "law", ("health",))
    assert contact_sees((hiding, team), "own", ("work",))
