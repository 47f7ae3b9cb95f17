"""What waits for a professional: whose ball, in which order, and nothing of what is hidden from them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest

from minplan.access import Viewer
from minplan.desk import court, stillness, turns
from minplan.desk.glance import CitizenRow, FreshWin, Gathering, Matter
from minplan.words import Words

TODAY = date(2026, 11, 16)
CONTACT = Viewer(uuid4(), "contact", "Bo")
TEAM = Viewer(uuid4(), "team", "Tove")
NAMES = ["Bo", "Tove"]


def step(**values: Any) -> Any:
    usual = {
        "id": uuid4(), "state": "active", "kind": "agreed", "tracks": "work", "ball": "municipality", "ball_name": None,
        "since": date(2026, 11, 2), "until": None, "when_on": date(2026, 11, 20), "when_at": None,
        "title_body": "Bo ringer", "title_lang": "da", "title_phrase": None, "title_slots": None,
    }
    return SimpleNamespace(**usual | values)


def matter(since: int, passed: bool = False, what: Any = "step") -> Matter:
    return Matter(what, uuid4(), date(2026, 11, since), TODAY, passed, "", None)


def row(name: str, *matters: Matter, wins: int = 0) -> CitizenRow:
    fresh = tuple(FreshWin(uuid4(), Words("Jeg ringede", "da"), TODAY) for _ in range(wins))
    return CitizenRow(uuid4(), name, None, None, None, matters, fresh, still=False)


@pytest.mark.parametrize(
    ("ball", "name", "of_contact", "of_team"),
    [
        ("municipality", None, True, False),
        ("municipality", "Bo", True, False),
        ("municipality", "Tove", False, True),
        ("municipality", "Somebody who has left", True, False),
        ("citizen", None, False, False),
        ("both", None, False, False),
        ("other", "Bo", False, False),
    ],
)
def test_the_municipalitys_ball_lies_with_its_name_or_with_the_contact(
    ball: str, name: str | None, of_contact: bool, of_team: bool
) -> None:
    row = step(ball=ball, ball_name=name)
    assert bool(turns.of_steps([row], CONTACT, NAMES, TODAY)) is of_contact
    assert bool(turns.of_steps([row], TEAM, NAMES, TODAY)) is of_team


def test_the_day_of_today_is_not_passed_yet() -> None:
    last, first = turns.of_steps([step(when_on=TODAY), step(when_on=TODAY - timedelta(days=1))], CONTACT, NAMES, TODAY)
    assert (last.passed, first.passed) == (False, True)


def test_a_call_comes_first_then_a_broken_promise_then_the_oldest() -> None:
    old, broken, fresh, asked = matter(2), matter(9, passed=True), matter(10), matter(10, what="call")
    assert turns.pressing([fresh, asked, old, broken]) == (asked, broken, old, fresh)


def test_the_list_tells_calls_broken_promises_waiting_wins_and_the_others_by_name() -> None:
    rows = [row("Åse"), row("Dan"), row("Win", wins=1), row("New", matter(9)), row("Old", matter(2)),
            row("Late", matter(12, passed=True)), row("Asks", matter(12, what="call")),
            row("Asked", matter(13, passed=True, what="call"))]
    assert [each.name for each in turns.ordered(rows)] == ["Asked", "Asks", "Late", "Old", "New", "Win", "Dan", "Åse"]


def test_proposals_wait_for_the_contact_alone_and_never_from_a_hidden_track() -> None:
    said = step(what="when", status="open", track=None, promised=TODAY)
    assert len(turns.of_proposals([said], CONTACT, TODAY)) == 1
    assert turns.of_proposals([said], TEAM, TODAY) == []
    hiding = Viewer(CONTACT.person_id, "contact", "Bo", frozenset({"work"}))
    assert turns.of_proposals([said], hiding, TODAY) == []
    goal = step(what="goal", status="open", tracks=None, track="work", promised=TODAY)
    assert turns.of_proposals([goal], hiding, TODAY) == []
    law = step(what="when", status="open", kind="law", track=None, promised=TODAY)
    assert len(turns.of_proposals([law], hiding, TODAY)) == 1


def test_a_plan_is_still_after_thirty_days_and_not_while_it_is_young() -> None:
    long_ago, lately = TODAY - timedelta(days=30), TODAY - timedelta(days=29)
    assert stillness.is_still(long_ago, False, TODAY)
    assert not stillness.is_still(lately, False, TODAY)
    assert not stillness.is_still(long_ago, True, TODAY)


def test_praise_is_due_thirty_days_after_the_last() -> None:
    long_ago, lately = TODAY - timedelta(days=30), TODAY - timedelta(days=29)
    assert stillness.praise_due(long_ago, [], TODAY)
    assert stillness.praise_due(long_ago, [long_ago], TODAY)
    assert not stillness.praise_due(long_ago, [long_ago, lately], TODAY)
    assert not stillness.praise_due(lately, [], TODAY)


def test_a_leader_meets_broken_promises_first_and_then_the_oldest() -> None:
    whom = {"contact": "Bo", "person_id": CONTACT.person_id, "hidden": "health", "department": None, "phone": None}
    whom |= {"state": "open", "kind": "own", "tracks": "work", "track": None}
    rows = [
        SimpleNamespace(what="step", since=date(2026, 11, 2), promised=date(2026, 11, 30), **whom),
        SimpleNamespace(what="call", since=date(2026, 11, 12), promised=date(2026, 11, 13), **whom),
        SimpleNamespace(what="proposal", since=date(2026, 11, 10), promised=date(2026, 11, 12), **whom),
    ]
    lines = court.lines(rows, TODAY)
    assert [(line.what, line.passed, line.days) for line in lines] == [
        ("proposal", True, 6), ("call", True, 4), ("step", False, 14),
    ]


def test_a_leader_meets_nothing_that_is_kept_from_the_contact_but_the_law() -> None:
    whom = {"contact": "Bo", "person_id": CONTACT.person_id, "hidden": "work", "department": None, "phone": None}
    whom |= {"what": "step", "since": TODAY, "promised": TODAY, "state": "open"}
    kinds = [("own", "work", None), ("agreed", "health,work", None), ("law", "work", None), (None, None, "work")]
    kinds += [(None, None, None), ("own", "health", None)]
    rows = [SimpleNamespace(kind=kind, tracks=tracks, track=track, **whom) for kind, tracks, track in kinds]
    assert [len(court.lines([row], TODAY)) for row in rows] == [0, 0, 1, 0, 1, 1]


def test_what_people_talk_about_still_waits_and_breaks_no_promise() -> None:
    talked = step(what="rest", status="talk", track=None, promised=TODAY - timedelta(days=3))
    (found,) = turns.of_proposals([talked], CONTACT, TODAY)
    assert (found.talking, found.passed) == (True, False)


def test_whom_one_meets_before_monday_in_the_order_of_the_clock() -> None:
    def meets(name: str, day: int, agreed: bool = True) -> CitizenRow:
        starts = datetime(2026, 11, day, 10, tzinfo=UTC)
        return replace(row(name), meeting=Gathering(uuid4(), starts, "", agreed, here=False))

    rows = [meets("Sunday", 22), meets("Monday", 23), meets("Asked", 17, agreed=False), row("None"), meets("Today", 16)]
    assert [each.name for each in turns.this_week(rows, TODAY)] == ["Today", "Sunday"]
