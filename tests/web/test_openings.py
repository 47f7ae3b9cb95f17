"""Who has looked: the citizen reads every opening by somebody else, in plain words, and takes the list home."""

import ast
import csv
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, insert, select
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE
from web.stage import Stage, stage

import minplan
from minplan import access, clock, db
from minplan.access import PAGES, Opening

__all__ = ["stage"]

PLACE = {"role": "Jobkonsulent", "department": "Job og helbred"}


def pages(stage: Stage) -> list[str]:
    """What was opened of Amira's plan, in order."""
    with db.reading() as connection:
        found = select(Opening.what).where(Opening.plan_id == stage.cast.id).order_by(Opening.id)  # type: ignore[call-overload]
        return list(connection.execute(found).scalars())


def opened(stage: Stage, at: datetime, who: str = "bo", **more: object) -> None:
    values = {"person_id": stage.person(who), "relation": "contact", "name": who.title(), "what": "way"} | PLACE
    with db.writing() as session:
        row = {"municipality_id": access.HOME, "plan_id": stage.cast.id, "at": at}
        session.execute(insert(Opening).values(**(row | values | more)))


def test_a_read_by_staff_stands_there_in_the_same_second(stage: Stage) -> None:
    amira, bo = stage.browser("amira"), stage.browser("bo")
    assert "Ingen andre har åbnet din plan endnu." in amira.get("/plan/openings").text
    bo.get(stage.address)
    page = amira.get("/plan/openings").text
    assert "<bdi>Bo</bdi>" in page and "din vej" in page and "mandag den 16. november kl. 09.00" in page


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("", "way"), ("/steps/{step}", "step"), ("/steps/{behind}/celebration", "step"), ("/steps/new", "new_step"),
        ("/goals/new", "new_goal"), ("/goals/{goal}", "goal"), ("/history", "history"), ("/wins", "wins"),
        ("/praise", "praise"), ("/proposals/{wish}", "proposal"), ("/calls/{thread}", "thread"),
    ],
)  # fmt: skip
def test_every_page_that_a_professional_opens_is_named(stage: Stage, address: str, what: str) -> None:
    answer = stage.browser("bo").get(stage.address + address.format(**stage.amira))
    assert answer.status_code == 200
    assert pages(stage) == [what]


def test_a_form_that_is_shown_again_is_the_same_page(stage: Stage) -> None:
    stage.browser("bo").post(f"{stage.address}/goals", data={"title": ""})
    assert pages(stage) == ["new_goal"]


def test_what_only_checks_writes_nothing(stage: Stage) -> None:
    stage.browser("bo").post(f"{stage.address}/seen", data={"until": clock.now().isoformat()})
    stage.browser("amira").get("/plan")
    stage.browser("camilla").get(stage.address)
    assert pages(stage) == []


def test_a_list_that_shows_a_little_of_the_plan_is_told_once_a_day(stage: Stage) -> None:
    bo = stage.browser("bo")
    for _ in range(2):
        assert "Amira" in bo.get("/citizens").text
    stage.browser("tove").get("/citizens")
    assert pages(stage) == ["list", "list"]
    assert "listen over borgere" in stage.browser("amira").get("/plan/openings").text
    clock.start(clock.now() + timedelta(days=1))
    bo.get("/citizens")
    assert pages(stage) == ["list"] * 3


def test_every_page_has_its_word(app: Flask) -> None:
    with app.test_request_context():
        app.preprocess_request()
        name = app.jinja_env.get_template("own_data/_opened.html").module.page_name  # type: ignore[attr-defined]
        words = [str(name(what)) for what in PAGES]
    assert len(set(words)) == len(PAGES)


def test_routes_say_which_page_they_open() -> None:
    source = Path(minplan.__file__).parent / "routes"
    found = [
        (file.name, call)
        for file in source.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "access.view"
    ]
    assert found
    for file, call in found:
        # Without a plan it is the citizen's own, and their own visits are written down nowhere.
        what = [*call.args[2:3], *(word.value for word in call.keywords if word.arg == "what")]
        assert len(call.args) < 2 or what, f"{file}: {ast.unparse(call)} says no page"
        named = [each.value for each in what if isinstance(each, ast.Constant)]
        assert set(named) <= set(PAGES), f"{file}: add {named} to access.PAGES and to own_data/_opened.html"


def test_an_hour_of_the_same_person_is_one_calm_line(stage: Stage) -> None:
    start = clock.now() - timedelta(days=1)
    for minute, who in ((0, "bo"), (5, "tove"), (20, "bo"), (40, "bo"), (70, "bo")):
        opened(stage, start + timedelta(minutes=minute), who, what="step" if minute == 20 else "way")
    page = stage.browser("amira").get("/plan/openings").text
    assert page.count("<li><h2>") == 3
    assert "Fra søndag den 15. november kl. 09.20 til 10.10" in page
    assert page.count("Vis hver gang") == 1


def test_an_emergency_stands_out_with_its_reason(stage: Stage) -> None:
    opened(stage, clock.now(), "camilla", relation="emergency", reason="<b>Brand</b>")
    page = stage.browser("amira").get("/plan/openings").text
    assert '<li class="card"><h2>' in page and "Åbnet i en nødsituation." in page and "&lt;b&gt;Brand" in page


def test_the_municipality_may_keep_names_to_itself(stage: Stage) -> None:
    opened(stage, clock.now(), name="Bo Bertelsen")
    opened(stage, clock.now(), "dorte", relation="mentor", role="", department=None)
    stage.app.extensions["minplan"] = replace(stage.app.extensions["minplan"], show_names=False)
    amira = stage.browser("amira")
    for address in ("", ".csv", ".json"):
        page = amira.get(f"/plan/openings{address}").text
        assert "Bertelsen" not in page and "Jobkonsulent" in page and "Dorte" in page, address


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_every_opening_is_one_link_away(stage: Stage, lang: str) -> None:
    for day in range(203):
        opened(stage, clock.now() - timedelta(days=210 - day), reason=None if day % 3 else "Fordi")
    amira = stage.browser("amira")
    first = amira.get(f"/plan/openings?lang={lang}").text
    older = first.split('href="?before=')[1].split('"')[0]
    second = amira.get(f"/plan/openings?before={older}").text
    assert first.count("<h2>") == 200 and second.count("<h2>") == 3 and "?before=" not in second
    for odd in ("0", "-1", "x", "9" * 30):
        assert amira.get(f"/plan/openings?before={odd}").status_code == 200


def test_a_spreadsheet_runs_nothing(stage: Stage) -> None:
    for begin in ("=", "+", "-", "@", "\t=", "\r"):
        opened(stage, clock.now(), reason=f"{begin}1+1;\"'")
    answer = stage.browser("amira").get("/plan/openings.csv")
    rows = list(csv.reader(StringIO(answer.text.lstrip("\ufeff")), delimiter=";"))
    assert rows[0] == ["Hvornår", "Navn", "Rolle", "Afdeling", "Hvem for dig", "Hvad", "Grund"]
    assert len(rows) == 7 and all(row[6].startswith("'") for row in rows[1:])
    assert re.fullmatch(r"2026-11-16T09:0\d:\d\d\+01:00", rows[1][0])  # the clock goes on from nine
    assert rows[1][1:6] == ["Bo", *PLACE.values(), "Din kontaktperson", "din vej"]


@pytest.mark.parametrize("address", ["/plan/openings", "/plan/openings.csv", "/plan/openings.json"])
def test_the_log_is_the_citizens_alone_and_stays_in_no_browser(
    stage: Stage, browser: Callable[[access.PersonView], Browser], address: str
) -> None:
    assert stage.browser("amira").get(address).headers["Cache-Control"] == "no-store"
    for who in ("bo", "tove", "leader"):
        assert stage.browser(who).get(address).status_code == 403
    assert stage.browser("nobody").get(address).status_code == 303
    opened(stage, clock.now())
    assert "Jobkonsulent" not in stage.browser("dorte").get(address).text


def test_the_citizens_own_visits_are_written_down_nowhere(stage: Stage) -> None:
    stage.browser("amira").get("/plan")
    with db.reading() as connection:
        assert connection.execute(select(func.count()).select_from(Opening.__table__)).scalar() == 0  # type: ignore[attr-defined]


def test_asking_why_asks_exactly_that_and_an_empty_list_offers_nothing(stage: Stage) -> None:
    amira = stage.browser("amira")
    page = amira.get("/plan/openings").text
    assert "say.why_opened" not in page and "openings.csv" not in page
    stage.browser("bo").get(stage.address)
    page = amira.get("/plan/openings").text
    ask = page.partition(f'href="{stage.address}/calls/new?')[2].partition('"')[0].replace("&amp;", "&")
    assert "openings.csv" in page
    form = amira.get(f"{stage.address}/calls/new?{ask}").text
    assert 'value="say.why_opened" checked' in form and form.count(" checked") == 1
