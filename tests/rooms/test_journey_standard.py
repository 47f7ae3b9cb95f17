"""The same questions for every verb of a step: done once, told once, and for nobody who has no business here."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from props import LATER, SINCE, elsewhere, entries, hide, nothing_written, one_change, place, row

from minplan import journey
from minplan.errors import NotAllowed, NotFound
from minplan.journey.step import Step

Act = Callable[[UUID, UUID, UUID], journey.Outcome]
DAY = date(2026, 12, 3)
WAIT = journey.Wait(ball=journey.Ball(holder="other", name="Lægen"), since=SINCE, until=LATER)
TO_BOTH = journey.HandOver(ball=journey.Ball(holder="both"))


def seen(step: UUID, field: str) -> Any:
    return row(Step, step).get(field)


VERBS: dict[str, Act] = {
    "complete": lambda by, plan, step: journey.complete(by, plan, step, "active"),
    "start": lambda by, plan, step: journey.start(by, plan, step, "later"),
    "postpone": lambda by, plan, step: journey.postpone(by, plan, step, "active"),
    "wait": lambda by, plan, step: journey.wait(by, plan, step, "active", WAIT),
    "rest": lambda by, plan, step: journey.rest(by, plan, step, "active", LATER),
    "detour": lambda by, plan, step: journey.detour(by, plan, step, "active", journey.Detour(learned=said("Ro"))),
    "hand_over": lambda by, plan, step: journey.hand_over(by, plan, step, seen(step, "ball"), TO_BOTH),
    "reword": lambda by, plan, step: journey.reword(by, plan, step, "title", seen(step, "title_id"), said("Nyt")),
    "set_date": lambda by, plan, step: journey.set_date(by, plan, step, "", journey.When(on=DAY)),
    "reopen": lambda by, plan, step: journey.reopen(by, plan, step, "done"),
    "choose_next": journey.choose_next,
    "promise": lambda by, plan, step: journey.promise(by, plan, step, DAY, said("Vi mangler et brev.")),
}
# Who changes which step, where it starts, and which fields change besides the next step.
CASES: dict[str, tuple[str, dict, set[str]]] = {
    "complete": ("citizen", {}, {"state", "ball", "done_on"}),
    "start": ("citizen", {"state": "later"}, {"state"}),
    "postpone": ("citizen", {}, {"state"}),
    "wait": ("citizen", {}, {"state", "ball", "ball_name", "since", "until"}),
    "rest": ("citizen", {}, {"state", "until"}),
    "detour": ("citizen", {}, {"state", "ball", "done_on", "learned_id"}),
    "hand_over": ("citizen", {}, {"ball"}),
    "reword": ("citizen", {}, {"title_id"}),
    "set_date": ("citizen", {}, {"when_on"}),
    "reopen": ("citizen", {"state": "done"}, {"state", "ball", "done_on"}),
    "choose_next": ("citizen", {}, set()),
    "promise": ("bo", {"ball": "municipality"}, {"when_on"}),
}
STAFF = ("complete", "start", "postpone", "wait", "rest", "detour", "hand_over", "reopen")


def staged(amira: Plan, verb: str, **more: object) -> tuple[UUID, UUID]:
    """Who asks, and a fresh step to ask it of."""
    who, fields, _ = CASES[verb]
    return getattr(amira, who), place(amira, **(fields | more))


def test_one_change_is_told_once_with_before_and_after(amira: Plan) -> None:
    for verb, (_, _, fields) in CASES.items():
        by, step = staged(amira, verb)
        was = row(Step, step)
        with one_change(amira):
            outcome = VERBS[verb](by, amira.id, step)
        assert (outcome.kind, outcome.subject_id) == ("done", step)
        entry, now = entries(amira)[0], row(Step, step)
        assert (entry.verb, entry.subject, entry.step_id, entry.actor_id) == (verb, "step", step, by)
        assert {name for name in was if was[name] != now[name]} == fields
        assert set(entry.before) == set(entry.after) and set(entry.after) - {"next"} == fields
        for name in fields:
            told = [None if value is None else str(value) for value in (was[name], now[name])]
            assert [entry.before[name], entry.after[name]] == told


def test_asked_twice_is_done_once(amira: Plan) -> None:
    for verb in VERBS:
        by, step = staged(amira, verb)
        VERBS[verb](by, amira.id, step)
        with nothing_written(amira):
            assert VERBS[verb](by, amira.id, step).kind == "unchanged"


def test_asked_twice_by_the_contact_is_done_once(amira: Plan) -> None:
    for verb in ("complete", "start", "postpone", "wait", "rest", "detour", "hand_over", "reopen"):
        _, step = staged(amira, "complete" if verb == "reopen" else verb, ball="municipality", when_on=LATER)
        if verb == "reopen":
            VERBS["complete"](amira.bo, amira.id, step)
        assert VERBS[verb](amira.bo, amira.id, step).kind == "done"
        with nothing_written(amira):
            assert VERBS[verb](amira.bo, amira.id, step).kind == "unchanged"


def test_for_a_stranger_there_is_no_such_step(amira: Plan) -> None:
    staging = {verb: staged(amira, verb)[1] for verb in VERBS}
    with nothing_written(amira):
        for verb, stranger in product(VERBS, (amira.camilla, amira.dorte, uuid4())):
            with pytest.raises(NotFound):
                VERBS[verb](stranger, amira.id, staging[verb])


def test_a_step_of_another_plan_is_not_found_here(amira: Plan) -> None:
    foreign = elsewhere(amira)
    with nothing_written(amira):
        for verb, step in product(VERBS, (foreign, amira.milestone, uuid4())):
            with pytest.raises(NotFound):
                VERBS[verb](amira.citizen, amira.id, step)


def test_a_step_on_a_hidden_track_is_not_found(amira: Plan) -> None:
    staging = {verb: staged(amira, verb, ball="both")[1] for verb in VERBS}
    hide(amira, amira.bo, "health")
    with nothing_written(amira):
        for verb, step in staging.items():
            with pytest.raises(NotFound):
                VERBS[verb](amira.bo, amira.id, step)


def test_on_the_citizens_own_ball_staff_are_refused(amira: Plan) -> None:
    staging = {verb: staged(amira, verb)[1] for verb in VERBS if verb != "promise"}
    with nothing_written(amira):
        for (verb, step), somebody in product(staging.items(), (amira.bo, amira.tove)):
            with pytest.raises(NotAllowed):
                VERBS[verb](somebody, amira.id, step)


def test_the_citizen_writes_no_promise_in_the_municipalitys_name(amira: Plan) -> None:
    step = place(amira, ball="municipality")
    with nothing_written(amira), pytest.raises(NotAllowed):
        VERBS["promise"](amira.citizen, amira.id, step)
