"""Whose plan is it? Every address of a plan, tried by everybody who has no business there."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from boxed import give_rights
from flask import Flask
from keepsakes import keep_everything, show
from props import everything
from web.meetings import give_meetings
from web.stage import Ids, Stage, build

from minplan import db

AT_THE_MEETING = ("meeting", "point", "need", "attendee", "expectation", "agreement", "note", "seat", "showing")
OF_RIGHTS = ("choice", "dispatch", "right", "offer")
FREE = {"right": "bisidder", "offer": "walk", "kind": "step", "number": 1}
FROM_PLAN = (
    *("plan", "step", "goal", "milestone", "proposal", "thread", "person", "consent"),
    *AT_THE_MEETING,
    *OF_RIGHTS,
    *("kind", "number"),
)

CITIZENS = (
    *("/close", "/reopen", "/absence", "/leaving", "/needs", "/afterwards"),
    *("/lift", "/lift/showing", "/lift/hiding", "/lift/removal"),
    *("/sense", "/answer", "/idea", "/disagreement", "/decision/received"),
)
NOWHERE = uuid4()  # of what the stage has none of


@pytest.fixture
def stage(app: Flask) -> Stage:
    """The stage, and in each plan a meeting that is going on, with a picture that is shown for it."""
    found = build(app)
    with db.writing() as session:
        for ids, who in ((found.amira, "citizen"), (found.dorte, "dorte")):
            hands = (getattr(found.cast, who), found.cast.bo, found.cast.tove)
            ids.update(give_meetings(session, ids["plan"], *hands))
            ids.update(give_rights(session, ids["plan"], ids, *hands[:2]))
    for ids, who in ((found.amira, found.cast.citizen), (found.dorte, found.cast.dorte)):
        kept = keep_everything(who, ids["step"], ids["meeting"])
        shown = show(who, ids["plan"], "checkin", kept["checkin"], ids["meeting"], [found.cast.bo])
        assert shown.subject_id
        ids["showing"] = shown.subject_id
    return found


def addresses(stage: Stage, ids: Ids) -> Iterator[tuple[str, str]]:
    """Each method and address that belongs to a plan."""
    at = stage.app.url_map.bind("localhost")
    for rule in stage.app.url_map.iter_rules():
        if "plan" not in rule.arguments:
            continue
        assert rule.arguments <= set(FROM_PLAN), f"give the stage an id for {rule}"
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            values = {name: FREE.get(name) or ids.get(name, NOWHERE) for name in rule.arguments}
            yield method, at.build(rule.endpoint, values, method=method)


def answers(stage: Stage, name: str, ids: Ids) -> dict[str, int]:
    client = stage.browser(name)
    return {f"{how} {where}": client.open(where, method=how).status_code for how, where in addresses(stage, ids)}


@pytest.mark.parametrize("name", ["dorte", "camilla", "leader"])
def test_for_a_stranger_no_address_of_a_plan_is_there(stage: Stage, name: str) -> None:
    before = everything()
    wrong = {door: status for door, status in answers(stage, name, stage.amira).items() if status != 404}
    assert not wrong
    assert everything() == before


@pytest.mark.parametrize("name", ["dorte", "camilla", "leader"])
def test_a_plan_that_exists_and_one_that_does_not_answer_a_stranger_alike(stage: Stage, name: str) -> None:
    client, invented = stage.browser(name), stage.amira | {"plan": uuid4()}
    for (how, real), (_, made_up) in zip(addresses(stage, stage.amira), addresses(stage, invented), strict=True):
        pages = [client.open(where, method=how) for where in (real, made_up)]
        texts = [page.text.replace(str(invented["plan"]), str(stage.amira["plan"])) for page in pages]
        assert texts[0] == texts[1], f"{how} {real} tells whether the plan exists"


def test_nobody_is_led_to_the_door_from_everywhere(stage: Stage) -> None:
    assert set(answers(stage, "nobody", stage.amira).values()) == {303}


@pytest.mark.parametrize("name", ["amira", "bo", "tove"])
def test_those_with_a_place_are_never_told_that_the_plan_is_not_there(stage: Stage, name: str) -> None:
    found = answers(stage, name, stage.amira)
    refused = {door for door, status in found.items() if status not in (200, 303, 403, 409, 422)}
    # A step that is not done has no celebration, and a plan that was never handed over no page of that; what is the
    # supporters' or the professionals' alone is not there for others.
    # Once the meeting is over nothing is followed any more, and a note is its writer's; while it goes on there is no
    # summary to take home.
    # What a citizen brings is there for whom they named, and what they said of a step only where they said something.
    lacking = ("/celebration", "/handover", "/supporting", "/leaving", "/supporting/praise", "/withdrawal", "/live")
    lacking += ("/summary/file",)
    lacking += ("/answer", "/benefit") if name == "tove" else ()
    if name == "amira":
        lacking += ("/praise", "/answer", "/promise", "/emergency", "/consents", "/codes", "/opening", "/closing")
        lacking += ("/missed", "/words", "/law", "/confirmation", "/strengths")
        lacking += ("/choices", "/choices/new", "/offers", "/prospect", "/decision")
    found = {door for door in refused if not door.endswith(lacking) and "/notes/" not in door}
    assert not found, found


@pytest.mark.parametrize("name", ["amira", "bo"])
@pytest.mark.parametrize(
    "foreign", ["step", "goal", "milestone", "proposal", "thread", "choice", "dispatch", *AT_THE_MEETING]
)
def test_what_belongs_to_another_plan_is_not_under_this_address(stage: Stage, name: str, foreign: str) -> None:
    before = everything()
    mixed = stage.amira | {foreign: stage.dorte[foreign]}
    doors = {where: how for how, where in addresses(stage, mixed) if str(mixed[foreign]) in where}
    client = stage.browser(name)
    wrong = {
        where: status
        for where, how in doors.items()
        if (status := client.open(where, method=how, data=_filled(stage)).status_code) != 404
        # What only citizens may ever do is closed to a professional, whatever the address names.
        and not (status == 403 and (where.endswith(CITIZENS) or "/dispatches/" in where))
    }
    assert doors and not wrong, wrong
    assert everything() == before


def _filled(stage: Stage) -> dict[str, str]:
    """A form in which nothing is missing, whichever it is."""
    words = dict.fromkeys(("title", "why", "text", "learned", "milestone", "landmark", "part_1", "because"), "Ord")
    days = dict.fromkeys(("since", "until", "promised", "look_again", "day", "on"), "2026-12-03")
    seen = {"seen_state": "later", "seen_ball": "citizen", "seen_date": "", "seen_title": "", "seen_why": ""}
    ids = {"beside": str(stage.amira["other"]), "before": str(stage.amira["other"])}
    ids |= {"milestone": str(stage.amira["milestone"]), "met": "yes", "kind": "own"}
    return words | days | seen | ids | {"place": "before", "answer": "yes", "ball": "citizen"}


def test_a_win_of_another_plan_is_not_praised_here(stage: Stage) -> None:
    form = {"text": "Flot gået med nøglen", "answers": str(stage.dorte["win"])}
    before = everything()
    assert stage.browser("bo").post(f"{stage.address}/praise", data=form).status_code == 404
    assert everything() == before


FOREIGN = {
    "calls": {"topic": "talk", "step": "step"},
    "wins": {"text": "Hurra", "step": "step"},
    "steps": {"title": "Nyt", "ball": "citizen", "milestone": "milestone"},
    "steps/{other}/place": {"beside": "step", "place": "before"},
    "steps/{other}/first": {"before": "step", "look_again": "2026-12-03"},
}
# Here a professional is refused before anybody looks at what the form names.
BARRED = {("bo", "calls"), ("bo", "steps/{other}/first")}


@pytest.mark.parametrize("where", FOREIGN)
def test_a_form_that_names_something_of_another_plan_changes_nothing(stage: Stage, where: str) -> None:
    names = {"step", "milestone"}
    form = {key: str(stage.dorte[value]) if value in names else value for key, value in FOREIGN[where].items()}
    before = everything()
    for name in ("amira", "bo"):
        answer = stage.browser(name).post(f"{stage.address}/{where.format(other=stage.amira['other'])}", data=form)
        assert answer.status_code == 404 or (name, where) in BARRED, (name, where)
    assert everything() == before


def test_a_milestone_is_reached_only_through_its_own_goal(stage: Stage) -> None:
    elsewhere = f"{stage.address}/goals/{stage.amira['goal']}/milestones/{stage.cast.milestone}/title"
    before = everything()
    answer = stage.browser("amira").post(elsewhere, data={"seen_title": "", "landmark": "Ord"})
    assert answer.status_code == 404
    assert everything() == before
