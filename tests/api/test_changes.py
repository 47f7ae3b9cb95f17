"""The feed over HTTP: from a cursor on, in order, and of a citizen's own things nothing."""

import json
from datetime import timedelta
from threading import BoundedSemaphore, Timer
from time import monotonic
from typing import Any

import pytest
from cast import Plan, said
from consenting import give, works_in
from flask import Flask
from props import row
from systems import Machine, let_in
from systems_plan import agreed, kept_back, shown
from werkzeug.test import TestResponse

from minplan import clock, config, journey, office, own_data, sharing
from minplan.access import HOME, TRACKS
from minplan.journey.step import Step
from minplan.sync.cursor import sealed
from minplan.sync.read import following


def read(machine: Machine, after: str = "0", **asked: Any) -> tuple[list[Any], str]:
    """The items behind a cursor, and where to go on."""
    said = "".join(f"&{name}={value}" for name, value in asked.items())
    answer = machine.get(f"/changes?after={after}{said}")
    assert answer.status_code == 200, answer.json
    return answer.json["items"], answer.json["next"]


def types(items: list[Any]) -> list[str]:
    """What each tells, in short."""
    return [each["type"].removeprefix("dk.minplan.").removesuffix(".v1") for each in items]


def refused(answer: TestResponse) -> tuple[int, str]:
    return answer.status_code, answer.json["type"].rpartition("/")[2]


@pytest.fixture
def elsewhere(app: Flask, amira: Plan) -> Machine:
    """The case system of another municipality."""
    office.add_municipality("nabo", "Nabokommunen")
    return let_in(app, "fagsystem", "nabo")


LED_TO = ["goal.created", "milestone.created", "step.created"]


def test_a_change_says_what_it_is_about_and_how_that_is_now(machine: Machine, amira: Plan) -> None:
    _, now = read(machine, own="true")
    step = agreed(amira)
    items, onward = read(machine, now)
    assert types(items) == LED_TO
    told = items[-1]
    here = machine.get(f"/plans/{amira.id}/steps/{step}")
    assert (told["data"], told["etag"]) == (here.json, here.headers["ETag"])
    assert (told["plan"], told["subject"]) == (str(amira.id), {"type": "step", "id": str(step)})
    assert (told["origin"], told["deleted"], told["cursor"]) == (None, False, onward)
    assert read(machine, onward) == ([], onward)


def test_without_a_cursor_it_is_now(machine: Machine, amira: Plan) -> None:
    agreed(amira)
    answer = machine.get("/changes")
    assert answer.json["items"] == [] and not answer.json["more"]
    agreed(amira, "Ring")
    assert types(read(machine, answer.json["next"])[0]) == ["step.created"]


def test_page_by_page_it_is_the_same(machine: Machine, amira: Plan) -> None:
    for number in range(5):
        agreed(amira, f"Skridt {number}")
    whole, end = read(machine)
    after, found = "0", []
    while True:
        answer = machine.get(f"/changes?after={after}&limit=2").json
        found += answer["items"]
        after = answer["next"]
        if not answer["more"]:
            break
    assert (found, after) == (whole, end)


@pytest.mark.parametrize("after", ["x", "%00", "-1", "1", "9" * 90, "æ", "AAAAAAAAAAAAAAAAAAAAAA", "=", "%F0%9F%98%80"])
def test_what_is_no_cursor_is_refused(machine: Machine, amira: Plan, after: str) -> None:
    assert refused(machine.get(f"/changes?after={after}")) == (400, "bad-request")


@pytest.mark.parametrize(
    "asked",
    ["limit=0", "limit=201", "wait=26", "wait=" + "9" * 999, "types=feeling", "types=", "plan=1", "x=1", "own=9"],
)
def test_what_the_document_does_not_know_is_refused(machine: Machine, amira: Plan, asked: str) -> None:
    assert refused(machine.get(f"/changes?after=0&{asked}")) == (400, "bad-request")


def test_a_cursor_is_of_one_municipality(app: Flask, machine: Machine, amira: Plan, elsewhere: Machine) -> None:
    agreed(amira)
    items, onward = read(machine)
    assert items and read(elsewhere)[0] == []
    assert refused(elsewhere.get(f"/changes?after={onward}")) == (400, "bad-request")
    theirs = read(elsewhere)[1]
    assert refused(machine.get(f"/changes?after={theirs}")) == (400, "bad-request")


def test_whoever_may_not_read_it_is_told(app: Flask, amira: Plan) -> None:
    assert refused(let_in(app, "lille", "home", "plans:read").get("/changes")) == (403, "missing-scope")


def test_what_the_scopes_do_not_open_is_left_out(app: Flask, amira: Plan) -> None:
    agreed(amira)
    assert read(let_in(app, "lille", "home", "changes:read"))[0] == []


def test_only_what_is_asked_for(machine: Machine, amira: Plan) -> None:
    agreed(amira)
    assert types(read(machine, types="step,goal")[0]) == ["goal.created", "goal.created", "step.created"]
    assert read(machine, plan=amira.id) == read(machine)
    assert read(machine, plan=amira.bo)[0] == []


def test_a_tombstone_says_nothing_but_that_it_is_gone(machine: Machine, amira: Plan) -> None:
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    items, onward = read(machine)
    assert items[-1]["data"]["title"]["text"] == "Gå en tur"
    kept_back(amira, "step", amira.step)
    gone, _ = read(machine, onward)
    assert types(gone) == ["step.deleted", "milestone.deleted", "goal.deleted"]
    assert all(each["deleted"] and each["data"] is None and each["etag"] is None for each in gone)
    again, _ = read(machine)
    assert "Gå en tur" not in json.dumps(again, ensure_ascii=False)


def test_a_track_that_is_hidden_from_the_contact_person_is_gone(machine: Machine, amira: Plan) -> None:
    step = agreed(amira)
    _, onward = read(machine)
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"health"})
    items, onward = read(machine, onward)
    assert types(items) == ["plan.updated", "goal.deleted", "milestone.deleted", "step.deleted"]
    journey.complete(amira.citizen, amira.id, step, row(Step, step)["state"])
    assert read(machine, onward)[0] == []


def test_an_echo_is_left_out_unless_it_is_asked_for(app: Flask, machine: Machine, amira: Plan) -> None:
    other = let_in(app, "andet")
    _, now = read(machine)
    words = {"title": said("Besøg skolen"), "why": said("For at se den"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words)
    journey.add_step(machine.person_id, amira.id, new)
    assert types(read(machine, now)[0]) == ["goal.created", "milestone.created"]
    for who, asked in ((machine, {"own": "true"}), (other, {})):
        items, _ = read(who, now, **asked)
        assert types(items) == LED_TO
        assert [each["origin"] for each in items] == [None, None, "fagsystem"]


def test_a_cursor_that_is_older_than_what_is_kept_begins_anew(machine: Machine, amira: Plan) -> None:
    first = read(machine)[1]
    agreed(amira)
    _, second = read(machine)
    clock.start(clock.now() + timedelta(days=91))
    own_data.tidy()
    assert read(machine, second)[0] == []
    agreed(amira, "Ring")
    assert types(read(machine, second)[0]) == ["step.created"]
    assert refused(machine.get(f"/changes?after={first}")) == (410, "start-again")
    assert types(read(machine)[0]) == ["step.created", "step.created"]


def test_a_cursor_of_a_time_that_has_not_come_is_refused(machine: Machine, amira: Plan) -> None:
    agreed(amira)
    ahead = sealed(config.settings().number_key, HOME, 10_000)
    assert refused(machine.get(f"/changes?after={ahead}")) == (400, "bad-request")


def test_whoever_waits_is_answered_when_something_comes(machine: Machine, amira: Plan) -> None:
    _, now = read(machine)
    late = Timer(0.3, agreed, [amira])
    late.start()
    items, _ = read(machine, now, wait=25)
    late.join()
    assert types(items) == LED_TO


def test_whoever_waits_in_vain_has_a_place_to_go_on_from(machine: Machine, amira: Plan) -> None:
    _, now = read(machine)
    journey.complete(amira.citizen, amira.id, amira.step, row(Step, amira.step)["state"])
    assert read(machine, now, wait=1) == ([], now)


def test_a_full_line_is_answered_at_once(machine: Machine, amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    _, now = read(machine)
    monkeypatch.setattr(following, "_line", BoundedSemaphore(1))
    assert following._line.acquire(blocking=False)
    begun = monotonic()
    assert read(machine, now, wait=25) == ([], now) and monotonic() - begun < 20


@pytest.fixture
def clinic(app: Flask, amira: Plan) -> Machine:
    """The system of another department than Bo's."""
    works_in(amira, amira.bo, "jobcenter")
    return let_in(app, "klinik", HOME, departments=("health",))


def test_another_department_hears_by_the_citizens_yes_alone(machine: Machine, clinic: Machine, amira: Plan) -> None:
    agreed(amira)
    agreed(amira, "Søg job", tracks=["work"])
    assert read(clinic)[0] == [] and types(read(machine)[0])[-1] == "step.created"
    consent = give(amira)
    items, onward = read(clinic)
    # Where a step of a track that is theirs not leads too is told again, and says the same.
    assert types(items) == [*LED_TO[:2], *LED_TO, "goal.updated", "milestone.updated", "consent.created"]
    assert "Søg job" not in json.dumps(items, ensure_ascii=False)
    sharing.withdraw_consent(amira.citizen, amira.id, consent)
    agreed(amira, "Ring")
    told, _ = read(clinic, onward)
    assert types(told) == ["consent.updated"] and not told[0]["data"]["runs"]


def test_when_everything_is_hidden_what_was_there_is_gone(machine: Machine, amira: Plan) -> None:
    agreed(amira)
    _, onward = read(machine)
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, set(TRACKS))
    items, onward = read(machine, onward)
    assert types(items) == ["plan.deleted", "goal.deleted", "milestone.deleted", "step.deleted"]
    assert read(machine, onward)[0] == []
