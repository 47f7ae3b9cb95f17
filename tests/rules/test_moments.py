"""The moment of a step, of a call and of other words: what is most pressing comes first."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sketch import TODAY, reader, rows, step

from minplan import content, rights
from minplan.journey.way import build
from minplan.rights.meaning.views import DecisionView
from minplan.words import Words

THREAT = "Mister du din ydelse, hvis du ikke kommer"
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def decision(decided: date | None, until: date | None = None) -> DecisionView:
    return DecisionView(Words("Samtale", "da"), BEFORE, "spoke", decided, None, until, "")


LAW = {"kind": "law", "law": "LAB § 31"}
MADE, RUNS, GONE = decision(BEFORE), decision(BEFORE, TODAY), decision(BEFORE, BEFORE)
LONG_AGO, CALLED = decision(TODAY - timedelta(weeks=9)), decision(None)
TALK, SCHOOL = LAW | {"title_body": "Kom til samtale"}, LAW | {"title_body": "Kursus i regnskab"}


@pytest.mark.parametrize(
    ("fields", "rests_on", "moment"),
    [
        (LAW, MADE, "decision"),
        (LAW, RUNS, "decision"),
        (LAW | {"title_body": THREAT}, RUNS, "decision"),
        (LAW, GONE, "offer"),
        (TALK, GONE, "invitation"),
        (LAW | {"title_body": THREAT}, GONE, "sanction"),
        ({"state": "done"}, RUNS, "decision"),
        ({"state": "detour"}, RUNS, "decision"),
        ({"state": "declined", "way": None}, RUNS, "decision"),
        ({"state": "done"}, MADE, "decision"),
        ({"state": "done"}, LONG_AGO, None),
        (LAW, LONG_AGO, "decision"),
        ({"state": "done"}, GONE, None),
        ({"state": "done"}, CALLED, None),
        ({"state": "done", "title_body": THREAT}, None, None),
        (LAW, CALLED, "hearing"),
        (LAW | {"state": "waiting"}, CALLED, "hearing"),
        (LAW | {"title_body": THREAT}, CALLED, "sanction"),
        (LAW | {"state": "waiting", "title_body": THREAT}, None, "sanction"),
        ({"why_body": THREAT, "why_lang": "da"}, None, "sanction"),
        ({"state": "waiting", "ball": "municipality"}, None, "waiting"),
        ({"state": "waiting", "ball": "citizen"}, None, "waiting"),
        (TALK | {"state": "waiting", "ball": "both"}, None, "waiting"),
        ({"state": "waiting", "ball": "other", "ball_name": "Udlændingestyrelsen"}, None, "anytime"),
        (LAW | {"state": "waiting", "ball": "other", "ball_name": "Hospitalet"}, None, "anytime"),
        ({"ball": "municipality"}, None, "waiting"),
        (TALK, None, "invitation"),
        (TALK | {"when_on": AFTER}, None, "before_meeting"),
        (TALK | {"when_at": datetime(2026, 11, 20, 9)}, None, "before_meeting"),
        (TALK | {"state": "suggested", "way": None}, None, "invitation"),
        (SCHOOL, None, "offer"),
        (LAW | {"title_body": None, "title_phrase": "step.find_placement"}, None, "offer"),
        ({"state": "suggested", "way": None, "kind": "agreed"}, None, "offer"),
        ({"kind": "agreed", "title_body": "Samtale med mentor"}, None, "plan"),
        ({}, None, "plan"),
        ({"state": "resting"}, None, "plan"),
    ],
)
def test_of_a_step(fields: dict[str, Any], rests_on: DecisionView | None, moment: str | None) -> None:
    way = build(rows([step(**fields)]), reader())
    drawn = next(iter((*way.behind, *way.ahead, *way.suggestions)), None)
    if drawn is None:  # what was declined lies nowhere on the way, and is shown on its own page
        drawn = build(rows([step()]), reader()).ahead[0]._replace(state=fields["state"])
    assert rights.moment_of_step(drawn, rests_on, TODAY) == moment


def test_what_else_is_said_of_a_step_is_heard_too() -> None:
    found = build(rows([step()]), reader()).ahead[0]
    assert rights.moment_of_step(found, None, TODAY, None, Words(THREAT, "da")) == "sanction"
    assert rights.moment_of_step(found, None, TODAY, None, Words(THREAT, "so")) == "plan"


@pytest.mark.parametrize(
    ("state", "said", "moment"),
    [
        ("open", [(True, THREAT)], "waiting"),
        ("open", [(True, "Hvornår?"), (False, THREAT)], "sanction"),
        ("answered", [(True, "Hvornår?"), (False, THREAT)], "sanction"),
        ("answered", [(True, "Hvornår?"), (False, "På mandag")], None),
        ("open", [(False, None)], "waiting"),
    ],
)
def test_of_a_call(state: str, said: list[tuple[bool, str | None]], moment: str | None) -> None:
    messages = [SimpleNamespace(from_citizen=own, words=Words(text, "da") if text else None) for own, text in said]
    thread: Any = SimpleNamespace(state=state, messages=messages)
    assert rights.moment_of_thread(thread) == moment


def test_a_moment_gives_way_to_a_threat() -> None:
    threat, kind = Words(THREAT, "da"), Words("Vi drikker kaffe", "da")
    assert rights.unless_threat("offer", None, kind) == "offer"
    assert rights.unless_threat("offer", kind, threat) == "sanction"


@pytest.mark.parametrize(
    ("text", "is_talk"),
    [
        ("Kom til samtale", True),
        ("Samtale om praktik", True),
        ("Møde med jobcentret", True),
        ("A meeting about your plan", True),
        ("مقابلة في مركز العمل", True),
        ("Praktik med samtale hver uge", False),
        ("Mød op på lageret", False),
        ("Skriv dit cv", False),
        ("", False),
    ],
)
def test_a_talk_is_told_from_other_help(text: str, is_talk: bool) -> None:
    assert content.is_talk(text) == is_talk
